import Dates
import FoundationEssentials
import Testing

@Suite struct DateSafetyTests {
    private let fixture = DateReaderFixture()

    private func readEverything(_ text: String, _ context: DateContext) {
        let reader = fixture.reader
        _ = reader.read(text, in: context)
        _ = reader.duration(text)
        if let prefix = reader.readPrefix(text, in: context) {
            #expect(text.utf8.count >= prefix.rest.utf8.count)
        }
        if let suffix = reader.readSuffix(text, in: context) {
            #expect(text.utf8.count >= suffix.rest.utf8.count)
        }
    }

    @Test("random bytes are read without harm")
    func bytes() throws {
        let context = try fixture.context()
        var random = SeededGenerator(state: 1)
        for _ in 0..<1_500 {
            let count = Int.random(in: 0...80, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            readEverything(String(decoding: bytes, as: UTF8.self), context)
        }
    }

    @Test("words of dates in any order are read without harm")
    func words() throws {
        let words = [
            "next", "friday", "in", "3", "days", "2h", "5pm", "17:00", "after", "of", "the", "1st",
            "last", "may", "second", "31/12", "2026-12-01", "T", "Z", "+05:30", "IST", "AoE",
            "half",
            "past", "to", "end", "a", "and", ",", ".", "-", "week", "tonight", "every", "ago",
            "99999999", "000000000", "999999999", "24:00", "2.5", "at", "America/", "/", "time",
            "years", "decades", "1000000", "before", "from now", "0", "30", "feb", "now", "(", "🎉",
            "el", "mañana", "las", "y media", "daqui a", "d'", "heures", "demie", "कल", "साढ़े", "बजे",
            "में", "every", "other", "weekdays", "until", "times", "between", "los lunes", "toda",
            "हर", "to",
        ]
        let languages = ["en", "es", "pt", "fr", "hi"]
        var context = try fixture.context()
        (context.acceptsRepeats, context.acceptsRanges, context.acceptsPast) = (true, true, true)
        var random = SeededGenerator(state: 2)
        for _ in 0..<4_000 {
            let count = Int.random(in: 1...9, using: &random)
            let picked = (0..<count).compactMap { _ in words.randomElement(using: &random) }
            let glue = Bool.random(using: &random) ? " " : ""
            context.language = languages.randomElement(using: &random) ?? ""
            readEverything(picked.joined(separator: glue), context)
        }
    }

    @Test(
        "a text of any length is read in next to no time",
        arguments: ["1", "a", " ", "in 3 days ", "friday ", "1 ", ", ", "e\u{301}", "next ", "+1h"])
    func length(piece: String) throws {
        let context = try fixture.context()
        let text = String(String(repeating: piece, count: 4_000).prefix(4_000))
        let time = ContinuousClock().measure { readEverything(text, context) }
        // Debug build on a busy machine; a quadratic reader would take minutes.
        #expect(time < .seconds(5))
    }
}
