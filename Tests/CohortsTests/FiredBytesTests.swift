import FoundationEssentials
import JSONLine
import Testing

@testable import Cohorts

@Suite("Fired reminders by hand")
struct FiredBytesTests {
    private func fired(_ id: String, at seconds: Double = 1_795_428_000) -> ReminderFired {
        ReminderFired(id: ShortID(rawValue: id), at: Date(timeIntervalSince1970: seconds))
    }

    @Test("have the bytes of their Codable form")
    func same() throws {
        let events = [
            fired("r7f"), fired("", at: 0.9), fired("r\"\\\n\u{1}ü🌍", at: -1.5),
            fired("r1x140", at: 253_402_300_799),
        ]
        let slow = try JSONLineEncoder().encodeList { list in
            for event in events { try list.add(ReminderFired.kind, event) }
        }
        #expect(FiredBytes.line(events) == slow)
        #expect(try EventCodec().encode(events) == slow)
        let read = try EventCodec().decodeEvents(slow).compactMap { $0 as? ReminderFired }
        #expect(read.map(\.id) == events.map(\.id))
    }

    @Test("leave to the encoder what is something else as well, and what has no form")
    func others() throws {
        let old = try JSONLineDecoder().decode(
            ReminderFired.self, from: Array(#"{"id":"r7f"}"#.utf8))
        let deleted = ReminderDeleted(
            id: ShortID(rawValue: "r7g"), at: Date(timeIntervalSince1970: 0))
        let mixed: [[any Event]] = [
            [], [fired("r7f")], [fired("r7f"), deleted], [fired("r7f"), old],
            [fired("r7f"), fired("r7g", at: 1e15)],
        ]
        for events in mixed { #expect(FiredBytes.line(events) == nil) }
        #expect(throws: EncodingError.self) { try EventCodec().encode(mixed[4]) }
        #expect(try EventCodec().decodeEvents(EventCodec().encode(mixed[2])).count == 2)
    }
}
