import Chat
import Foundation
import HashTreeCollections
import Testing

@testable import Cohorts

@Suite("A snapshot of the world")
struct WorldSnapshotTests {
    /// A world with everything that the events' samples make.
    func world() -> World {
        var world = World()
        // Those that end something come first, when there is nothing to end.
        let ends = [
            "person.erased", "member.left", "room.unbound", "invitation.used", "question.closed",
            "job.finished", "message.sent", "message.given-up", "backlog.settled",
            "message.released",
        ]
        let samples = EventSamples.all
        let events =
            samples.filter { ends.contains(type(of: $0).kind) }
            + samples.filter { !ends.contains(type(of: $0).kind) }
        for (index, event) in events.enumerated() {
            world.apply(
                Commit(
                    kind: "sample", cause: Cause("telegram", "\(900 + index)"),
                    at: Date(timeIntervalSince1970: 1_795_428_000), events: [event],
                    owed: [
                        Outgoing(
                            to: .room(RoomAddress(.telegram, "-100")),
                            Phrase("plain", ["text": .user("owed \(index)")]))
                    ]), sequence: index + 1)
        }
        return world
    }

    private func lines(_ world: World) throws -> [String: [String]] {
        var files: [String: [String]] = [:]
        for file in WorldSnapshot(world).files {
            var lines: [String] = []
            try file.write { lines.append(String(decoding: $0, as: UTF8.self)) }
            files[file.name] = lines
        }
        return files
    }

    private func read(_ files: [String: [String]]) throws -> World {
        var world = World()
        let codec = EventCodec()
        for name in files.keys.sorted() {
            for line in files[name] ?? [] {
                let entity = try Array(line.utf8).withUnsafeBytes { try codec.decodeEntity($0) }
                entity.put(into: &world)
            }
        }
        return world
    }

    @Test("read back it is the same world, and its own snapshot is the same to the byte")
    func roundTrip() throws {
        let world = world()
        let files = try lines(world)
        let again = try read(files)
        #expect(try lines(again) == files)
        #expect(again.people == world.people)
        #expect(again.accounts == world.accounts)
        #expect(again.rooms == world.rooms)
        #expect(again.deadlines == world.deadlines)
        #expect(again.reminders == world.reminders)
        #expect(again.standings == world.standings)
        #expect(again.works == world.works)
        #expect(again.rounds == world.rounds)
        #expect(again.reviews == world.reviews)
        #expect(again.threads == world.threads)
        #expect(again.questions == world.questions)
        #expect(again.jobs == world.jobs)
        #expect(again.owed == world.owed)
        #expect(again.closedRooms == world.closedRooms)
        #expect(again.invitations == world.invitations)
        #expect(again.nextNumber == world.nextNumber)
        #expect(again.seen.mapValues(\.inOrder) == world.seen.mapValues(\.inOrder))
        // What has no equality of its own, and whatever is added to any of these later.
        #expect(Self.text(again.cohorts) == Self.text(world.cohorts))
        #expect(Self.text(again.buddies) == Self.text(world.buddies))
    }

    /// All that a value holds, the same for equal ones: sets and maps in one order.
    private static func text(_ value: Any) -> String {
        let mirror = Mirror(reflecting: value)
        guard !mirror.children.isEmpty else { return String(reflecting: value) }
        var parts = mirror.children.map { "\($0.label ?? ""): \(text($0.value))" }
        if mirror.displayStyle == .dictionary || mirror.displayStyle == .set {
            parts = mirror.children.map { text($0.value) }.sorted()
        }
        return "\(mirror.subjectType)(\(parts.joined(separator: ", ")))"
    }

    @Test("every kind of entity is in the sample world, so none is forgotten in a snapshot")
    func everyKind() throws {
        let all = try lines(world()).values.joined()
        for kind in Entities.kinds.keys {
            #expect(all.contains { $0.hasPrefix("{\"\(kind)\":") }, "\(kind)")
        }
    }

    @Test("a file's name is digits, letters and hyphens, whatever a cohort is called")
    func names() {
        var world = World()
        for id in ["ml-101", "../x", "Ä", ""] {
            let cohort = CohortID(rawValue: id)
            world.cohorts[cohort] = Cohort(id: cohort, foundedAt: .distantPast)
        }
        let names = WorldSnapshot(world).files.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names {
            #expect(name.wholeMatch(of: /(cohorts\/)?[a-z0-9-]+\.jsonl/) != nil, "\(name)")
        }
        #expect(names.contains("cohorts/ml-101.jsonl"))
    }

    @Test("an entity of an unknown kind is an error, not silence")
    func unknown() {
        #expect(throws: DecodingError.self) {
            try Array(#"{"planet":{"id":"x"}}"#.utf8).withUnsafeBytes {
                try EventCodec().decodeEntity($0)
            }
        }
    }
}
