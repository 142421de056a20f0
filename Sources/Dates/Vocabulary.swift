/// The words of a language and what each can mean in a date.
struct Vocabulary: Sendable {
    private let words: [String: [Lexeme]]
    private let phrases: [String: [Phrase]]
    /// Whether `17h` alone is a time of day; in English it is a duration.
    let hourMarkIsClock: Bool

    struct Phrase: Sendable {
        let rest: [String]
        let lexemes: [Lexeme]
    }

    /// Each entry has alternatives between bars, in lower case, without accents and apostrophes; an alternative of
    /// several words is a phrase.
    init(_ entries: [(String, [Lexeme])], hourMarkIsClock: Bool = false) {
        var words: [String: [Lexeme]] = [:]
        var phrases: [String: [Phrase]] = [:]
        for (alternatives, lexemes) in entries {
            for alternative in alternatives.split(separator: "|") {
                let parts = alternative.split(separator: " ").map(String.init)
                if parts.count == 1 {
                    words[parts[0], default: []] += lexemes
                } else if let first = parts.first {
                    let phrase = Phrase(rest: Array(parts.dropFirst()), lexemes: lexemes)
                    phrases[first, default: []].append(phrase)
                }
            }
        }
        self.words = words
        self.phrases = phrases.mapValues { $0.sorted { $0.rest.count > $1.rest.count } }
        self.hourMarkIsClock = hourMarkIsClock
    }

    func lexemes(_ word: String) -> [Lexeme] { words[word] ?? [] }

    /// Phrases that begin with a word, the longest first.
    func phrases(_ first: String) -> [Phrase] { phrases[first] ?? [] }

    /// The vocabulary for a BCP 47 language. English is understood by everyone's bot, so it is part of each.
    static func of(language: String) -> Vocabulary { english }

    private static let english = Vocabulary(englishDateWords)
}
