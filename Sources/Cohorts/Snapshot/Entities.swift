import Chat
import FoundationEssentials
import HashTreeCollections

/// Every kind of entity that a snapshot may hold.
package enum Entities {
    static let all: [any Entity.Type] = [
        Person.self, CohortLine.self, MemberLine.self, RoomLine.self, ClosedRoomLine.self,
        Invitation.self, Deadline.self, StandingLine.self, Reminder.self, Work.self, Round.self,
        Review.self, StudyBuddies.self, Thread.self, Question.self, Backlog.self, Job.self,
        OwedLine.self, WaitingMessage.self, SeenLine.self, CounterLine.self,
    ]

    static let kinds = Dictionary(
        all.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
}

extension Person: Entity {
    package static let kind = "person"

    package func put(into world: inout World) {
        world.people[id] = self
        for account in accounts { world.accounts[account] = id }
    }
}

/// A cohort without its members, who have lines of their own: one joining changes one line.
package struct CohortLine: Entity {
    package static let kind = "cohort"
    let id: CohortID
    let settings: CohortSettings
    let givenRoles: [GivenRole]
    let fileRoles: [FileRole]
    let fileValues: [String: String]
    let foundedAt: Date
    let heldHints: [String: Date]?
    let imports: [String: ForumAttestation]?

    struct GivenRole: Codable {
        let person: PersonID
        let role: Role
    }

    struct FileRole: Codable {
        let account: Account
        let role: Role
    }

    init(_ cohort: Cohort) {
        id = cohort.id
        settings = cohort.settings
        givenRoles = cohort.givenRoles.sorted { $0.key < $1.key }.map {
            GivenRole(person: $0.key, role: $0.value)
        }
        fileRoles = cohort.fileRoles.sorted { $0.key.description < $1.key.description }.map {
            FileRole(account: $0.key, role: $0.value)
        }
        fileValues = cohort.fileValues
        foundedAt = cohort.foundedAt
        heldHints = cohort.heldHints
        imports = cohort.imports
    }

    package func put(into world: inout World) {
        var cohort = Cohort(id: id, foundedAt: foundedAt)
        cohort.settings = settings
        for given in givenRoles { cohort.givenRoles[given.person] = given.role }
        for named in fileRoles { cohort.fileRoles[named.account] = named.role }
        cohort.fileValues = fileValues
        cohort.heldHints = heldHints
        cohort.imports = imports
        cohort.members = world.cohorts[id]?.members ?? [:]
        world.cohorts[id] = cohort
    }
}

package struct MemberLine: Entity {
    package static let kind = "member"
    let cohort: CohortID
    let person: PersonID
    let membership: Membership

    package func put(into world: inout World) {
        world.cohorts[cohort]?.members[person] = membership
    }
}

package struct RoomLine: Entity {
    package static let kind = "room"
    let room: RoomAddress
    let bound: BoundRoom

    package func put(into world: inout World) { world.rooms[room] = bound }
}

/// A chat that takes no messages from the bot.
package struct ClosedRoomLine: Entity {
    package static let kind = "closed-room"
    let room: RoomAddress

    package func put(into world: inout World) { world.closedRooms.insert(room) }
}

extension Invitation: Entity {
    package static let kind = "invitation"

    package func put(into world: inout World) { world.invitations[code] = self }
}

extension Deadline: Entity {
    package static let kind = "deadline"

    package func put(into world: inout World) { world.deadlines[id] = self }
}

/// How one learner stands towards one deadline.
package struct StandingLine: Entity {
    package static let kind = "standing"
    let deadline: ShortID
    let person: PersonID
    let standing: Standing

    package func put(into world: inout World) {
        world.standings[deadline, default: [:]][person] = standing
    }
}

extension Reminder: Entity {
    package static let kind = "reminder"

    package func put(into world: inout World) { world.reminders[id] = self }
}

extension Work: Entity {
    package static let kind = "work"

    package func put(into world: inout World) { world.works[id] = self }
}

extension Round: Entity {
    package static let kind = "round"

    package func put(into world: inout World) { world.rounds[id] = self }
}

extension Review: Entity {
    package static let kind = "review"

    package func put(into world: inout World) { world.reviews[id] = self }
}

extension StudyBuddies: Entity {
    package static let kind = "buddies"

    package func put(into world: inout World) { world.buddies[cohort] = self }
}

extension Thread: Entity {
    package static let kind = "thread"

    package func put(into world: inout World) { world.threads[id] = self }
}

extension Question: Entity {
    package static let kind = "question"

    package func put(into world: inout World) {
        world.questions[Place(person: person, room: room)] = self
    }
}

extension Backlog: Entity {
    package static let kind = "backlog"

    package func put(into world: inout World) { world.backlogs[place] = self }
}

extension Job: Entity {
    package static let kind = "job"

    package func put(into world: inout World) { world.jobs[id] = self }
}

/// A message that is owed and not known to be out.
package struct OwedLine: Entity {
    package static let kind = "owed"
    let key: String
    let message: Outgoing

    package func put(into world: inout World) { world.owed[key] = message }
}

extension WaitingMessage: Entity {
    package static let kind = "waiting"

    package func put(into world: inout World) { world.waiting[person, default: []].append(self) }
}

/// The updates of one source that had their effect, oldest first.
package struct SeenLine: Entity {
    package static let kind = "seen"
    let source: String
    let ids: [String]

    package func put(into world: inout World) {
        var window = SeenWindow(of: source)
        for id in ids { window.insert(id) }
        world.seen[source] = window
    }
}

/// The number of the next id.
package struct CounterLine: Entity {
    package static let kind = "counter"
    let next: Int

    package func put(into world: inout World) { world.nextNumber = max(world.nextNumber, next) }
}
