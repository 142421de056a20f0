import FoundationEssentials
import Support
import Testing

@testable import Journal

@Suite struct TimestampTests {
    @Test(
        "a moment is written in RFC 3339, in UTC, with milliseconds",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"),
            (1_795_438_800_123, "2026-11-23T13:00:00.123Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (951_868_799_999, "2000-02-29T23:59:59.999Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (253_402_300_799_000, "9999-12-31T23:59:59.000Z"),
        ])
    func written(milliseconds: Int, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).text == text)
        #expect(Array(text.utf8).withUnsafeBytes(Timestamp.init)?.milliseconds == milliseconds)
    }

    @Test("what is written is read back as the same moment, on any day")
    func roundTrip() {
        var chance = SeededGenerator(state: 7)
        for _ in 0..<2000 {
            let moment = Timestamp(
                milliseconds: .random(in: -62_167_219_200_000...253_402_300_799_999, using: &chance)
            )
            #expect(Array(moment.text.utf8).withUnsafeBytes(Timestamp.init) == moment)
            #expect(Timestamp(moment.date) == moment)
        }
    }

    @Test(
        "anything else is not a moment",
        arguments: [
            "", "2026-11-23T13:00:00Z", "2026-13-23T13:00:00.000Z", "2026-11-23 13:00:00.000Z",
            "2026-11-23T24:00:00.000Z", "2026-11-23T13:00:00.00xZ", "2026-11-23T13:00:00.000+",
        ])
    func refused(text: String) {
        #expect(Array(text.utf8).withUnsafeBytes(Timestamp.init) == nil)
    }
}
