import Support

extension SeededGenerator {
    /// A text of every kind of trouble: emoji of several parts, right-to-left, signs that Telegram links.
    mutating func text(upTo longest: Int) -> String {
        let pieces = [
            "a", "Z", "7", " ", "  ", "\n", "\n\n", ".", "@", "/", "#", "$", "_", "*", "<b>", "&",
            "😀",
            "👩‍👩‍👧", "🇧🇷", "e\u{301}", "é", "ß", "عربي", "\u{202E}", "\u{200B}", "한국어", "@lila_m",
            "/start", "#quiz", "www.example.org", "a@b.co", "http://x.y", "\u{FFFD}", "\u{10FFFF}",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...longest, using: &self) {
            text += pieces[Int.random(in: 0..<pieces.count, using: &self)]
        }
        return text
    }
}
