/// The words of a language and what each can mean in a date.
struct Vocabulary: Sendable {
    /// What a word means by itself, and the phrases that begin with it, the longest first.
    struct Entry: Sendable {
        var lexemes: [Lexeme] = []
        var phrases: [Phrase] = []
    }

    private let entries: [String: Entry]
    /// Whether `17h` alone is a time of day; in English it is a duration.
    let hourMarkIsClock: Bool
    /// Whether an hour in words is one only with its mark, as in "à deux heures".
    let spelledHourHasMark: Bool

    struct Phrase: Sendable {
        let rest: [String]
        let lexemes: [Lexeme]
    }

    /// Each entry has alternatives between bars, without apostrophes; an alternative of several words is a phrase.
    /// An entry of a later table takes the place of the same word in an earlier one.
    init(
        _ tables: [(String, [Lexeme])]..., hourMarkIsClock: Bool = false,
        spelledHourHasMark: Bool = false
    ) {
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
        var entries = words.mapValues { Entry(lexemes: $0) }
        for (word, phrases) in phrases {
            entries[word, default: .init()].phrases = phrases.sorted {
                $0.rest.count > $1.rest.count
            }
        }
        self.entries = entries
        self.hourMarkIsClock = hourMarkIsClock
        self.spelledHourHasMark = spelledHourHasMark
    }

    func entry(_ word: String) -> Entry? { entries[word] }

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
    private static let french = Vocabulary(
        englishDateWords, frenchDateWords, hourMarkIsClock: true, spelledHourHasMark: true)
    private static let hindi = Vocabulary(englishDateWords, hindiDateWords)
}
