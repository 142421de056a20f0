import Foundation
import Testing

@testable import Cohorts

/// Every kind of event and entity as a released program wrote it: its form never changes.
@Suite("The forms of earlier releases")
struct CohortsFormatsTests {
    private func lines(_ name: String) throws -> [String] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/\(name).jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    @Test("events are read, and written as they were")
    func events() throws {
        let codec = EventCodec()
        var kinds: Set<String> = []
        for line in try lines("format-1-events") {
            let events = try codec.decodeEvents(Array(line.utf8))
            kinds.formUnion(events.map { type(of: $0).kind })
            #expect(String(decoding: try codec.encode(events), as: UTF8.self) == line)
        }
        #expect(kinds == Set(EventCodec.knownKinds), "a new kind adds its line to the fixture")
    }

    @Test("entities of snapshots are read, and written as they were")
    func entities() throws {
        let codec = EventCodec()
        var kinds: Set<String> = []
        for line in try lines("format-1-entities") {
            let entity = try Array(line.utf8).withUnsafeBytes { try codec.decodeEntity($0) }
            kinds.insert(type(of: entity).kind)
            #expect(try encoded(entity, codec) == line)
        }
        #expect(kinds == Set(Entities.kinds.keys), "a new kind adds its line to the fixture")
    }

    private func encoded(_ entity: some Entity, _ codec: EventCodec) throws -> String {
        String(decoding: try codec.encode(entity: entity), as: UTF8.self)
    }
}
