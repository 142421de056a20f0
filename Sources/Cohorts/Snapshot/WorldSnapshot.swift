import Chat
import HashTreeCollections

/// The world as files of lines, each cohort in one of its own: what a snapshot holds.
///
/// Lines are sorted by id, so two snapshots differ only where the world does.
package struct WorldSnapshot: Sendable {
    private let world: World
    private let codec = EventCodec()
    private let byCohort: [CohortID: CohortContents]

    /// Goes through the whole world once; not for the actor that decides.
    package init(_ world: World) {
        self.world = world
        var byCohort: [CohortID: CohortContents] = [:]
        for id in world.cohorts.keys { byCohort[id] = CohortContents() }
        for (address, room) in world.rooms {
            byCohort[room.cohort, default: CohortContents()].rooms.append(address)
        }
        for (code, invitation) in world.invitations {
            byCohort[invitation.cohort, default: CohortContents()].invitations.append(code)
        }
        for deadline in world.deadlines.values {
            byCohort[deadline.cohort, default: CohortContents()].deadlines.append(deadline.id)
        }
        for work in world.works.values {
            byCohort[work.cohort, default: CohortContents()].works.append(work.id)
        }
        for round in world.rounds.values {
            byCohort[round.cohort, default: CohortContents()].rounds.append(round.id)
        }
        for review in world.reviews.values {
            let cohort = world.works[review.work]?.cohort ?? world.rounds[review.round]?.cohort
            byCohort[cohort ?? CohortID(rawValue: "none"), default: CohortContents()].reviews
                .append(review.id)
        }
        for thread in world.threads.values {
            byCohort[thread.cohort, default: CohortContents()].threads.append(thread.id)
        }
        self.byCohort = byCohort
    }

    /// The keys of what belongs to one cohort.
    private struct CohortContents: Sendable {
        var rooms: [RoomAddress] = []
        var invitations: [String] = []
        var deadlines: [ShortID] = []
        var works: [ShortID] = []
        var rounds: [ShortID] = []
        var reviews: [ShortID] = []
        var threads: [ShortID] = []
    }

    /// A file's name and what writes its lines.
    package typealias File = (
        name: String, write: @Sendable (_ line: ([UInt8]) throws -> Void) throws -> Void
    )

    /// Every file, with names of digits, `a-z` and hyphens.
    package var files: [File] {
        let shared: [File] = [
            ("world.jsonl", writeWorld), ("people.jsonl", writePeople),
            ("reminders.jsonl", writeReminders), ("outbox.jsonl", writeOutbox),
            ("seen.jsonl", writeSeen),
        ]
        return shared
            + byCohort.map { id, contents in
                ("cohorts/\(Self.fileName(id)).jsonl", { try write(id, contents, $0) })
            }
    }

    /// A cohort's id is a file's name already; any other id is spelt in hexadecimal.
    private static func fileName(_ id: CohortID) -> String {
        let isPlain =
            (1...64).contains(id.rawValue.utf8.count)
            && id.rawValue.utf8.allSatisfy { byte in
                48...57 ~= byte || 97...122 ~= byte || byte == UInt8(ascii: "-")
            }
        if isPlain { return id.rawValue }
        return "x-" + id.rawValue.utf8.prefix(90).map { String($0, radix: 16) }.joined()
    }

    private typealias Line = ([UInt8]) throws -> Void

    private func write(_ entity: some Entity, _ line: Line) throws {
        try line(codec.encode(entity: entity))
    }

    private func writeWorld(_ line: Line) throws {
        try write(CounterLine(next: world.nextNumber), line)
        for room in world.closedRooms.sorted(by: { $0.description < $1.description }) {
            try write(ClosedRoomLine(room: room), line)
        }
        for job in world.jobs.values.sorted(by: { $0.id < $1.id }) { try write(job, line) }
        let questions = world.questions.values.sorted {
            ($0.person.rawValue, $0.room.description) < ($1.person.rawValue, $1.room.description)
        }
        for question in questions { try write(question, line) }
        let backlogs = world.backlogs.values.sorted {
            ($0.person.rawValue, $0.room.description) < ($1.person.rawValue, $1.room.description)
        }
        for backlog in backlogs { try write(backlog, line) }
    }

    private func writePeople(_ line: Line) throws {
        for id in world.people.keys.sorted() {
            if let person = world.people[id] { try write(person, line) }
        }
    }

    private func writeReminders(_ line: Line) throws {
        for id in world.reminders.keys.sorted() {
            if let reminder = world.reminders[id] { try write(reminder, line) }
        }
    }

    private func writeOutbox(_ line: Line) throws {
        for key in world.owed.keys.sorted() {
            if let message = world.owed[key] {
                try write(OwedLine(key: key, message: message), line)
            }
        }
        try writeWaiting(line)
    }

    private func writeWaiting(_ line: Line) throws {
        for person in world.waiting.keys.sorted() {
            for waiting in world.waiting[person] ?? [] { try write(waiting, line) }
        }
    }

    private func writeSeen(_ line: Line) throws {
        for source in world.seen.keys.sorted() {
            if let window = world.seen[source] {
                try write(SeenLine(source: source, ids: window.inOrder), line)
            }
        }
    }

    private func write(_ id: CohortID, _ contents: CohortContents, _ line: Line) throws {
        if let cohort = world.cohorts[id] {
            try write(CohortLine(cohort), line)
            for person in cohort.members.keys.sorted() {
                if let membership = cohort.members[person] {
                    try write(
                        MemberLine(cohort: id, person: person, membership: membership), line)
                }
            }
        }
        for room in contents.rooms.sorted(by: { $0.description < $1.description }) {
            if let bound = world.rooms[room] { try write(RoomLine(room: room, bound: bound), line) }
        }
        try write(contents.invitations, of: world.invitations, line)
        try write(contents.deadlines, of: world.deadlines, line)
        for deadline in contents.deadlines.sorted() {
            let standings = (world.standings[deadline] ?? [:]).sorted { $0.key < $1.key }
            for (person, standing) in standings {
                try write(
                    StandingLine(deadline: deadline, person: person, standing: standing), line)
            }
        }
        try write(contents.works, of: world.works, line)
        try write(contents.rounds, of: world.rounds, line)
        try write(contents.reviews, of: world.reviews, line)
        if let buddies = world.buddies[id] { try write(buddies, line) }
        try write(contents.threads, of: world.threads, line)
    }

    private func write<ID: Hashable & Comparable, Kind: Entity>(
        _ ids: [ID], of entities: TreeDictionary<ID, Kind>, _ line: Line
    ) throws {
        for id in ids.sorted() {
            if let entity = entities[id] { try write(entity, line) }
        }
    }
}
