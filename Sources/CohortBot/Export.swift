import Chat
import Cohorts
import FoundationEssentials
import HashTreeCollections
import Journal

/// `cohortbot export`: each entity of the state once, one JSON object a line.
package struct Export {
    private let setup: Setup
    private let member: String?

    package init(_ setup: Setup, member: String?) {
        self.setup = setup
        self.member = member
    }

    /// Reads without a lock, also beside a running bot; a tail that nobody was told of is left out and named.
    /// - Throws: `Failure` 65 for a damaged state.
    package func run() throws {
        let world: World
        let recovery: Recovery
        do throws(JournalFault) {
            (world, recovery) = try WorldReader.read(
                setup.stateDirectoryAlone, files: SystemFiles())
        } catch {
            throw Failure(error)
        }
        if let tail = recovery.tornTail { Terminal.standard.complain("\(tail)") }
        for line in try ExportedWorld(
            world, member: try member.map { try world.person(named: $0).id }
        ).lines(EventCodec()) {
            Terminal.standard.print(line)
        }
    }
}

/// The world's entities as lines, in a fixed order; owed messages and de-duplication windows are no entities.
struct ExportedWorld {
    private let world: World
    private let member: PersonID?

    init(_ world: World, member: PersonID?) {
        self.world = world
        self.member = member
    }

    private struct Line<Entity: Encodable>: Encodable {
        let type: String
        let entity: Entity

        private enum Key: String, CodingKey { case type }

        func encode(to encoder: any Encoder) throws {
            var box = encoder.container(keyedBy: Key.self)
            try box.encode(type, forKey: .type)
            try entity.encode(to: encoder)
        }
    }

    private struct RoomEntity: Encodable {
        let address: RoomAddress
        let cohort: CohortID
        let title: String
    }

    private struct BuddiesEntity: Encodable {
        let cohort: CohortID
        let seekers: [PersonID]
        let groups: [BuddyGroup]
    }

    private struct CohortEntity: Encodable {
        let id: CohortID
        let settings: CohortSettings
        let members: [PersonID]
        let givenRoles: [String: Role]
        let fileRoles: [String: Role]
        let foundedAt: Date

        init(_ cohort: Cohort) {
            id = cohort.id
            settings = cohort.settings
            members = cohort.members.keys.sorted()
            givenRoles = Dictionary(
                uniqueKeysWithValues: cohort.givenRoles.map { ($0.key.rawValue, $0.value) })
            fileRoles = Dictionary(
                uniqueKeysWithValues: cohort.fileRoles.map { ($0.key.description, $0.value) })
            foundedAt = cohort.foundedAt
        }
    }

    func lines(_ codec: EventCodec) throws -> [String] {
        var lines: [String] = []
        func add(_ type: String, _ entities: [some Encodable]) throws {
            for entity in entities {
                let json = try codec.encode(line: Line(type: type, entity: entity))
                lines.append(String(decoding: json, as: UTF8.self))
            }
        }
        try add("person", world.people.values.filter { isMeant($0.id) }.sorted { $0.id < $1.id })
        if member == nil {
            try add("cohort", world.cohorts.values.sorted { $0.id < $1.id }.map(CohortEntity.init))
            try add("room", rooms)
            try add("deadline", world.deadlines.values.sorted { $0.id < $1.id })
            try add("round", world.rounds.values.sorted { $0.id < $1.id })
        }
        try add(
            "reminder",
            world.reminders.values.filter { isMeant($0.person) }.sorted { $0.id < $1.id })
        try add(
            "submission", world.works.values.filter { isMeant($0.author) }.sorted { $0.id < $1.id })
        try add(
            "review", world.reviews.values.filter { isMeant($0.reviewer) }.sorted { $0.id < $1.id })
        try add("buddies", buddies)
        try add(
            "thread",
            world.threads.values.filter { thread in
                member == nil || thread.askedBy == member
            }.sorted { $0.id < $1.id })
        return lines
    }

    /// Who studies with whom in each cohort; for one person their own groups only.
    private var buddies: [BuddiesEntity] {
        world.buddies.values.sorted { $0.cohort < $1.cohort }.map { buddies in
            BuddiesEntity(
                cohort: buddies.cohort, seekers: buddies.seekers.filter(isMeant),
                groups: buddies.groups.filter { $0.members.contains(where: isMeant) })
        }
        .filter { !$0.seekers.isEmpty || !$0.groups.isEmpty }
    }

    private func isMeant(_ person: PersonID) -> Bool { member == nil || person == member }

    private var rooms: [RoomEntity] {
        world.rooms.map {
            RoomEntity(address: $0.key, cohort: $0.value.cohort, title: $0.value.title)
        }
        .sorted { $0.address.description < $1.address.description }
    }
}
