/// Chance that comes out the same in every run.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

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
