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

    /// Each entry has alternatives between bars, without apostrophes; an alternative of several words is a phrase.
    /// An entry of a later table takes the place of the same word in an earlier one.
    init(_ tables: [(String, [Lexeme])]..., hourMarkIsClock: Bool = false) {
        var words: [String: [Lexeme]] = [:]
        var phrases: [String: [Phrase]] = [:]
        for table in tables {
            var own: [String: [Lexeme]] = [:]
            for (alternatives, lexemes) in table {
                for alternative in alternatives.split(separator: "|") {
                    let parts = Folding.fold(String(alternative)).split(separator: " ")
                        .map(String.init)
                    guard parts.count > 1 else {
                        own[parts.joined(), default: []] += lexemes
                        continue
                    }
                    let phrase = Phrase(rest: Array(parts.dropFirst()), lexemes: lexemes)
                    phrases[parts[0], default: []].append(phrase)
                }
            }
            words.merge(own) { $1 }
        }
        self.words = words
        self.phrases = phrases.mapValues { $0.sorted { $0.rest.count > $1.rest.count } }
        self.hourMarkIsClock = hourMarkIsClock
    }

    func lexemes(_ word: String) -> [Lexeme] { words[word] ?? [] }

    /// Phrases that begin with a word, the longest first.
    func phrases(_ first: String) -> [Phrase] { phrases[first] ?? [] }

    /// The vocabulary for a BCP 47 language. English is typed in every group, so it is part of each.
    static func of(language: String) -> Vocabulary {
        switch language.prefix(2).lowercased() {
        case "es": spanish
        case "pt": portuguese
        case "fr": french
        case "hi": hindi
        default: english
        }
    }

    private static let english = Vocabulary(englishDateWords)
    private static let spanish = Vocabulary(
        englishDateWords, spanishDateWords, hourMarkIsClock: true)
    private static let portuguese = Vocabulary(
        englishDateWords, portugueseDateWords, hourMarkIsClock: true)
    private static let french = Vocabulary(englishDateWords, frenchDateWords, hourMarkIsClock: true)
    private static let hindi = Vocabulary(englishDateWords, hindiDateWords)
}
