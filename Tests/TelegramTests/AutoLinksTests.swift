import Testing

@testable import Telegram

@Suite struct AutoLinksTests {
    private func covered(_ text: String) -> [String] {
        let units = Array(text.utf16)
        return AutoLinks.ranges(in: text, touching: [0..<units.count]).map {
            String(decoding: units[$0], as: UTF16.self)
        }
    }

    @Test(
        "words that Telegram would link are covered",
        arguments: [
            ("ask @lila now", ["@lila"]), ("(@lila)", ["(@lila)"]), ("/start it", ["/start"]),
            ("😀/start", ["😀/start"]), ("#quiz", ["#quiz"]), ("$TON", ["$TON"]),
            ("see www.example.org/x?y=1.", ["www.example.org/x?y=1."]),
            ("tg://user?id=1", ["tg://user?id=1"]),
            ("a@b.co", ["a@b.co"]), ("пример.рф", ["пример.рф"]),
            ("at 192.168.0.1 it", ["192.168.0.1"]),
            ("@a @b c\n@d", ["@a @b", "@d"]), ("\u{200B}@lila", ["\u{200B}@lila"]),
        ])
    func links(text: String, expected: [String]) {
        #expect(covered(text) == expected)
    }

    @Test(
        "ordinary words stay as they are",
        arguments: [
            "and/or", "1/2", "5.30 pm", "e.g. this", "C# or F#", "3 $", "Quiz 2: limits.", "a @ b",
            "/",
            "27.11.2026", "what?!", "x.y",
        ])
    func words(text: String) {
        #expect(covered(text).isEmpty)
    }

    @Test("only quoted parts are covered, also where a word is quoted in part")
    func parts() {
        let text = "/deadline @lila"
        #expect(AutoLinks.ranges(in: text, touching: [10..<15]) == [10..<15])
        #expect(AutoLinks.ranges(in: "see@lila", touching: [4..<8]) == [4..<8])
        #expect(AutoLinks.ranges(in: text, touching: []).isEmpty)
    }
}
