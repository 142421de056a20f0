/// Which language a text is in, from its script and its small words.
enum LanguageGuess {
    /// What one word tells.
    struct Signs: Hashable {
        /// A bit for each language in whose stop words it is.
        var votes: UInt16 = 0
        /// One more than the place in `scripts`, 0 where the script tells nothing.
        var script: UInt8 = 0
    }

    private static let languages = StopWordTable.words.keys.sorted()
    private static let scripts = ["el", "ru", "ar", "hi", "ta"]

    /// So many words are looked at: they tell it or nothing will.
    private static let looked = 200

    /// nil when the words do not tell.
    static func language(of words: some Sequence<String>) -> String? {
        language(of: words.prefix(looked).map(signs))
    }

    static func language(of words: some Sequence<Signs>) -> String? {
        var votes = [Int](repeating: 0, count: languages.count)
        var scripts = [Int](repeating: 0, count: Self.scripts.count)
        var count = 0
        for word in words.prefix(looked) {
            count += 1
            var bits = word.votes
            while bits != 0 {
                votes[bits.trailingZeroBitCount] += 1
                bits &= bits - 1
            }
            if word.script > 0 { scripts[Int(word.script) - 1] += 1 }
        }
        if let most = scripts.max(), most * 2 > count, let place = scripts.firstIndex(of: most) {
            return Self.scripts[place]
        }
        guard let most = votes.max(), most > 0, votes.count(where: { $0 == most }) == 1 else {
            return nil
        }
        return votes.firstIndex(of: most).map { languages[$0] }
    }

    static func signs(of word: String) -> Signs {
        var signs = Signs()
        for (place, language) in languages.enumerated()
        where StopWordTable.words[language]?.contains(word) == true {
            signs.votes |= 1 << place
        }
        signs.script = word.unicodeScalars.first.map(script) ?? 0
        return signs
    }

    /// The language that a script most often stands for, where it stands for one.
    private static func script(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case 0x0370...0x03FF: 1
        case 0x0400...0x04FF: 2
        case 0x0600...0x06FF: 3
        case 0x0900...0x097F: 4
        case 0x0B80...0x0BFF: 5
        default: 0
        }
    }
}
