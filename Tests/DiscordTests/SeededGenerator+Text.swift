import Support

extension SeededGenerator {
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// A text of every kind of trouble: everything that Discord reads as markup, in every order, and what looks like it.
    mutating func text(upTo longest: Int) -> String {
        let pieces = [
            "a", "Z", "7", " ", "  ", "\n", "\n\n", ".", ")", "@", "*", "**", "_", "__", "~~", "`",
            "``", "```", "||", ">", ">>> ", "<", "#", "# ", "-# ", "- ", "+ ", "1. ", "[", "](",
            ")",
            "\\", ":", "!", "😀", "👩‍👩‍👧", "e\u{301}", "*\u{301}", "عربي", "\u{202E}", "\u{200B}",
            "<@123>", "<@!123>", "<@&9>", "<#5>", "<t:1:R>", "<:x:1>", "</ping:1>", "@everyone",
            "@here", "https://x.y/a_b_c", "[a](https://x.y)", "<id:customize>", ":smile:", "\t",
        ]
        return (0..<number(0...longest)).map { _ in pieces[number(0...pieces.count - 1)] }.joined()
    }
}
