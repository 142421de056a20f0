/// Which language a text is in, from its script and its small words.
enum LanguageGuess {
    /// nil when the words do not tell.
    static func language(of words: some Sequence<String>) -> String? {
        var votes: [String: Int] = [:]
        var scripts: [String: Int] = [:]
        var count = 0
        for word in words.prefix(200) {
            count += 1
            for (language, stopWords) in StopWordTable.words where stopWords.contains(word) {
                votes[language, default: 0] += 1
            }
            if let language = word.unicodeScalars.first.flatMap(script) {
                scripts[language, default: 0] += 1
            }
        }
        if let (language, share) = scripts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            share * 2 > count
        {
            return language
        }
        let ranked = votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let first = ranked.first, first.value > ranked.dropFirst().first?.value ?? 0 else {
            return nil
        }
        return first.key
    }

    /// The language that a script most often stands for, where it stands for one.
    private static func script(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x0370...0x03FF: "el"
        case 0x0400...0x04FF: "ru"
        case 0x0600...0x06FF: "ar"
        case 0x0900...0x097F: "hi"
        case 0x0B80...0x0BFF: "ta"
        default: nil
        }
    }
}
