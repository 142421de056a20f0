/// A text in the words of one language, and which of them the reader's own language does not have.
struct LanguageText {
    let vocabulary: Vocabulary
    let tokens: [DateToken]
    private let text: Substring
    private let language: String
    private var foreign: [Foreign] = []

    /// How much a word says about the language of a text.
    private enum Foreign {
        case no, perhaps, surely
    }

    init(_ text: Substring, in language: String) {
        self.text = text
        self.language = Vocabulary.code(of: language)
        vocabulary = .of(language: language)
        tokens = DateTokenizer.tokens(of: text, in: vocabulary)
    }

    /// The same text in each other language that knows a word of it which this one does not, or knows as another.
    var others: [LanguageText] {
        guard tokens.contains(where: { $0.word != nil }) else { return [] }
        return Vocabulary.languages.compactMap { other in
            guard other != language else { return nil }
            var reading = LanguageText(text, in: other)
            reading.compare(with: self)
            return reading.isForeign ? reading : nil
        }
    }

    private mutating func compare(with own: LanguageText) {
        guard language == Vocabulary.englishCode else {
            // "À" is no article in English, whose words are found without accents, too.
            let hasAccents = own.isOfOwnWords
            foreign = tokens.map {
                foreignness(of: $0, besides: own.tokens, withAccents: hasAccents)
            }
            return
        }
        // English is part of each vocabulary but for words that are others there: "a week" is none in Spanish.
        guard own.isOfOwnWords, own.tokens.map(\.lexemes) != tokens.map(\.lexemes) else { return }
        foreign = tokens.map { foreignness(of: $0, besides: [], withAccents: false) }
    }

    /// Whether the language has words of its own beside the English ones.
    private var isOfOwnWords: Bool {
        language != Vocabulary.englishCode && Vocabulary.languages.contains(language)
    }

    private var isForeign: Bool { foreign.contains { $0 != .no } }

    /// Whether some of its words leave no doubt that it is in this language: "set" may be September and "5 set the
    /// table" is not, "mañana" is nothing but tomorrow.
    func isSure(in range: Range<Int>) -> Bool {
        foreign[range].contains(.surely) || foreign[range].count { $0 == .perhaps } > 1
    }

    /// Whether there are such words around a part of it.
    func isSure(outside bytes: Range<Int>) -> Bool {
        zip(tokens, foreign).contains { $1 == .surely && !bytes.overlaps($0.range) }
    }

    /// What the day of a slash date may follow: the reader's language, or the one that the text is in.
    func contexts(_ context: DateContext) -> [DateContext] {
        var own = context
        own.language = language
        return [context, own]
    }

    private func foreignness(
        of token: DateToken, besides own: [DateToken], withAccents isOfOwn: Bool
    ) -> Foreign {
        guard !token.lexemes.isEmpty, !token.lexemes.contains(.weak) else { return .no }
        let word = text.utf8.dropFirst(token.range.lowerBound).prefix(token.range.count)
        let hasAccents = word.contains { $0 > 0x7F }
        if let same = own.first(where: { $0.range == token.range && !$0.lexemes.isEmpty }),
            !hasAccents || isOfOwn
        {
            // "Segunda" is Monday in one language and the second in another.
            return same.lexemes != token.lexemes && token.namesTime ? .perhaps : .no
        }
        // What English cannot have: accents, other scripts, and several words that are one.
        let isUnlikeEnglish = hasAccents || word.contains(UInt8(ascii: " "))
        let isSure = token.lexemes.contains { lexeme in
            switch lexeme {
            case .dayOffset: isUnlikeEnglish || word.count > 2
            case .weekday, .part, .todayPart, .clock, .unit: isUnlikeEnglish || word.count > 3
            case .month: isUnlikeEnglish || word.count > 4
            case .at, .endOfDay, .endOf, .feast, .every, .everyUnit: isUnlikeEnglish
            default: false
            }
        }
        return isSure ? .surely : .perhaps
    }
}

extension DateToken {
    fileprivate var namesTime: Bool {
        lexemes.contains { lexeme in
            switch lexeme {
            case .weekday, .month, .dayOffset, .part: true
            default: false
            }
        }
    }
}

extension Vocabulary {
    /// The languages that are understood; the words of English are part of each.
    static let languages = ["en", "es", "pt", "fr", "hi"]
    static let englishCode = "en"

    static func code(of language: String) -> String { language.prefix(2).lowercased() }
}
