import Testing

@testable import Texts

@Suite("Span")
struct SpanTests {
    @Test(
        "a length of time is its two largest units",
        arguments: [
            (0, "0 seconds"), (1, "1 seconds"), (59, "59 seconds"), (60, "1 minutes"),
            (90, "1 minutes 30 seconds"), (599, "9 minutes 59 seconds"), (600, "10 minutes"),
            (631, "11 minutes"), (3_600, "1 hours"), (3_599, "1 hours"),
            (5_400, "1 hours 30 minutes"), (86_399, "1 days"), (91_740, "1 days 1 hours"),
            (352_800, "4 days 2 hours"), (345_700, "4 days"), (34_560_000, "400 days"),
        ])
    func twoLargestUnits(seconds: Int, said: String) {
        let parts = Span(seconds: seconds).parts
        #expect(parts.map { "\($0.count) \($0.unit.rawValue)" }.joined(separator: " ") == said)
    }

    @Test("no number of seconds is too large", arguments: [Int.max, Int.min, -60])
    func anyNumber(seconds: Int) {
        #expect((1...2).contains(Span(seconds: seconds).parts.count))
    }
}
