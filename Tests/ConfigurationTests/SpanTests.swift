import Testing

@testable import Configuration

@Suite struct SpanTests {
    @Test(
        "lengths of time are read and written back",
        arguments: [
            ("7d", 604_800, "1w"), ("2 days", 172_800, "2d"), ("6h", 21_600, "6h"),
            ("90 min", 5_400, "90m"), ("1W", 604_800, "1w"),
        ])
    func read(text: String, seconds: Int, written: String) {
        #expect(Span.seconds(text) == seconds)
        #expect(Span.text(seconds) == written)
    }

    @Test(
        "anything else is none", arguments: ["", "d", "7", "7x", "0d", "-1d", "99999999999d", "७d"])
    func refuse(text: String) { #expect(Span.seconds(text) == nil) }
}
