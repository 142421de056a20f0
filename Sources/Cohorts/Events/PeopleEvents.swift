import HashTreeCollections
package import Chat
package import FoundationEssentials

package enum PeopleEvents {
    static let all: [any Event.Type] = [
        PersonMet.self, PersonRenamed.self, PrivateRoomOpened.self, ZoneChosen.self,
        LanguageChosen.self, CurrentCohortChosen.self, LinkCodeMade.self, PersonLinked.self,
    ]
}

/// Somebody did, for the first time, something that is kept.
package struct PersonMet: Event {
    package static let kind = "person.met"
    package let id: PersonID
    package let account: Account
    package let name: String
    package let language: String?
    package let at: Date
    package let number: Int

    package init(
        id: PersonID, account: Account, name: String, language: String?, at: Date, number: Int
    ) {
        self.id = id
        self.account = account
        self.name = name
        self.language = language
        self.at = at
        self.number = number
    }

    package func apply(to world: inout World) {
        world.took(number)
        guard world.accounts[account] == nil else { return }
        world.people[id] = Person(
            id: id, name: name, account: account, language: language, metAt: at)
        world.accounts[account] = id
    }
}

/// Their display name on the platform is another one now.
package struct PersonRenamed: Event {
    package static let kind = "person.renamed"
    package let id: PersonID
    package let name: String

    package init(id: PersonID, name: String) {
        self.id = id
        self.name = name
    }

    package func apply(to world: inout World) { world.people[id]?.name = name }
}

/// They wrote to the bot in private, so private answers can reach them there.
package struct PrivateRoomOpened: Event {
    package static let kind = "person.private-room"
    package let id: PersonID
    package let room: RoomAddress

    package init(id: PersonID, room: RoomAddress) {
        self.id = id
        self.room = room
    }

    package func apply(to world: inout World) {
        world.people[id]?.reached(in: room)
        world.closedRooms.remove(room)
    }
}

package struct ZoneChosen: Event {
    package static let kind = "person.zone"
    package let id: PersonID
    package let zone: String

    package init(id: PersonID, zone: String) {
        self.id = id
        self.zone = zone
    }

    package func apply(to world: inout World) { world.people[id]?.zone = zone }
}

package struct LanguageChosen: Event {
    package static let kind = "person.language"
    package let id: PersonID
    package let language: String

    package init(id: PersonID, language: String) {
        self.id = id
        self.language = language
    }

    package func apply(to world: inout World) { world.people[id]?.language = language }
}

/// In private they mean this cohort until they say otherwise.
package struct CurrentCohortChosen: Event {
    package static let kind = "person.cohort"
    package let id: PersonID
    package let cohort: CohortID

    package init(id: PersonID, cohort: CohortID) {
        self.id = id
        self.cohort = cohort
    }

    package func apply(to world: inout World) { world.people[id]?.currentCohort = cohort }
}

/// They asked for a code to bring from another app; it takes the place of an earlier one.
package struct LinkCodeMade: Event {
    package static let kind = "person.link-code"
    package let id: PersonID
    package let link: LinkCode

    package init(id: PersonID, link: LinkCode) {
        self.id = id
        self.link = link
    }

    package func apply(to world: inout World) { world.people[id]?.link = link }
}

/// Two people are one: what was the other's is theirs, and their code is used up.
package struct PersonLinked: Event {
    package static let kind = "person.linked"
    package let id: PersonID
    package let other: PersonID
    package let at: Date

    package init(id: PersonID, other: PersonID, at: Date) {
        self.id = id
        self.other = other
        self.at = at
    }

    package func apply(to world: inout World) {
        guard let gone = world.people[other] else { return }
        Linking(id, gone).apply(to: &world)
    }
}
