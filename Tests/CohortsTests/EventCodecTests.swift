import FoundationEssentials
import Testing

@testable import Cohorts

@Suite("The event codec")
struct EventCodecTests {
    private let codec = EventCodec()

    @Test("has a sample of every kind, so that the round trip below leaves none out")
    func everyKindHasASample() {
        let sampled = Set(EventSamples.all.map { type(of: $0).kind })
        let missing = EventCodec.knownKinds.filter { !sampled.contains($0) }
        #expect(missing == [], "kinds without a sample in EventSamples")
        #expect(sampled.isSubset(of: EventCodec.knownKinds), "a sample's type is in no `all`")
    }

    @Test("has a name of its own for every event")
    func kindsAreUnique() {
        let names = EventSamples.all.map { type(of: $0).kind }
        #expect(names.count == Set(names).count)
    }

    @Test(
        "reads every kind as it was written", arguments: EventSamples.all + EventSamples.further)
    func roundTrips(_ event: any Event) throws {
        let json = try codec.encode([event])
        let read = try codec.decodeEvents(json)
        #expect(read.map { AnyHashable($0) } == [AnyHashable(event)])
        #expect(try codec.encode(read) == json, "the same bytes again")
    }

    @Test(
        "writes the bytes that Foundation writes",
        arguments: EventSamples.all + EventSamples.further)
    func agreesWithFoundation(_ event: any Event) throws {
        let foundation = JSONEncoder()
        foundation.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        foundation.dateEncodingStrategy = .iso8601
        let alone = Array(try foundation.encode(event))
        #expect(try codec.encode(line: event) == alone)
        let list = Array("[{\"\(type(of: event).kind)\":".utf8) + alone + Array("}]".utf8)
        #expect(try codec.encode([event]) == list)
    }

    @Test("reads on many threads at once")
    func readsConcurrently() async throws {
        let codec = codec
        let json = try codec.encode(EventSamples.all)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask { try codec.decodeEvents(json).count }
            }
            for try await count in group { #expect(count == EventSamples.all.count) }
        }
    }

    @Test("keeps the order of a commit's events and stays on one line")
    func keepsOrder() throws {
        let json = try codec.encode(EventSamples.all)
        let read = try codec.decodeEvents(json)
        #expect(read.map { AnyHashable($0) } == EventSamples.all.map { AnyHashable($0) })
        #expect(!json.contains(UInt8(ascii: "\n")))
    }

    @Test("writes what its documentation shows")
    func writesTheDocumentedShape() throws {
        let json = try codec.encode([
            ReminderFired(id: ShortID(rawValue: "r7f"), at: EventSamples.now)
        ])
        #expect(
            String(decoding: json, as: UTF8.self)
                == #"[{"reminder.fired":{"at":"2026-11-23T10:00:00Z","id":"r7f"}}]"#)
    }

    @Test("reads owed messages as they were written")
    func roundTripsOwed() throws {
        let owed = [EventSamples.message]
        #expect(try codec.decodeOwed(codec.encode(owed)) == owed)
    }

    @Test(
        "refuses what it does not know",
        arguments: [
            #"[{"reminder.snoozed":{"id":"r7f"}}]"#, #"[{}]"#, #"[{"reminder.fired":{}}]"#, "{}",
            "",
        ])
    func refusesTheUnknown(_ json: String) {
        #expect(throws: DecodingError.self) { try codec.decodeEvents(Array(json.utf8)) }
    }
}
