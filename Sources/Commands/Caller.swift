package import Chat
package import Cohorts
import HashTreeCollections
package import Dates

/// Who sent a command, from where, and what they may do there.
package struct Caller: Sendable {
    package let person: PersonID
    package let account: Account
    package let name: String
    package let role: Role
    /// The cohort meant: the room's, or in private the one they are in.
    package let cohort: CohortID?
    package let room: RoomAddress
    package let place: Place
    /// Where the caller alone reads an answer, where the platform has such a place.
    package let aside: RoomAddress?
    /// The platform's id of the command's message.
    package let message: String?
    /// The message that the command replies to.
    package let quote: Quote?
    package let zone: Zone
    package let language: String
    /// What the platform says they may do in the room.
    package let authority: Authority

    /// Whether the platform could not be asked for the caller's rights.
    package var isAuthorityUnknown: Bool { authority == .unknown }
}

extension Caller {
    /// Works out who a sender is; unknown people get the id they will have once something of theirs is kept.
    package init(_ incoming: Incoming, in world: World, knowledge: Knowledge) {
        let known = world.person(incoming.sender.account)
        let person = known?.id ?? world.nextPerson
        let ofRoom = world.cohort(of: incoming.room)
        let own = known.map { world.cohorts(of: $0.id) } ?? []
        let current = known?.currentCohort.flatMap { world.cohorts[$0]?.id }
        let usual = current ?? (own.count == 1 ? own[0].id : nil)
        // A role in one cohort says nothing about a room that belongs to none.
        let cohort = ofRoom ?? (incoming.place.isPrivate ? usual : nil)
        let settings = (cohort ?? usual).flatMap { world.cohorts[$0] }
        self.person = person
        self.account = incoming.sender.account
        self.name = incoming.sender.name
        self.cohort = cohort
        self.role = world.role(
            of: person, account: incoming.sender.account, in: cohort,
            authority: incoming.sender.authority, room: incoming.room, owners: knowledge.owners)
        self.room = incoming.room
        self.place = incoming.place
        self.aside = incoming.aside
        self.message = incoming.message
        self.quote = incoming.replyTo
        self.zone =
            (known?.zone ?? settings?.zone).flatMap { knowledge.dates.zones.zone(named: $0) }
            ?? .utc
        self.language =
            known?.language ?? incoming.sender.language ?? settings?.language ?? "en"
        self.authority = incoming.sender.authority
    }
}
