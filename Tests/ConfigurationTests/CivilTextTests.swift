import Testing

@testable import Configuration

@Suite struct CivilTextTests {
    @Test(
        "days and moments are told from words",
        arguments: [
            ("2026-12-01", CivilText.day), ("2026-12-01 18:00", .moment),
            ("2026-12-01T18:00:30Z", .moment), ("2026-12-01 18:00 +05:30", .moment),
            ("2026-12-01 at noon", .dayAndMore), ("2026-12-01 18:00 IST", .dayAndMore),
            ("in 4 days 18:00", .other), ("", .other), ("2026-1-1", .other), ("2028-02-29", .day),
        ])
    func kinds(text: String, kind: CivilText) { #expect(CivilText(text) == kind) }

    @Test(
        "an impossible day or time names the nearest right one",
        arguments: [
            ("2026-02-30", "there is no 30 February 2026; did you mean 2026-02-28?"),
            ("2100-02-29", "there is no 29 February 2100; did you mean 2100-02-28?"),
            ("2026-04-00", "there is no 0 April 2026; did you mean 2026-04-01?"),
            ("2026-13-05", "there is no month 13; did you mean 2026-05-13?"),
            ("2026-45-05", "there is no month 45"),
            ("2026-12-01 25:00", "there is no 25:00 o'clock; write 00:00 to 23:59"),
        ])
    func impossible(text: String, words: String) { #expect(CivilText(text) == .impossible(words)) }
}
