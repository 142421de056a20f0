/// Reads dates as people type them.
///
/// ```swift
/// let reader = DateReader(zones: .system)
/// let context = DateContext(now: now, zone: zone, language: "en-GB")
/// reader.read("next Friday 5pm", in: context)
/// reader.readPrefix("tomorrow 5pm finish quiz 3", in: context)   // and "finish quiz 3"
/// reader.readSuffix("Quiz 2 tomorrow 5pm", in: context)          // and "Quiz 2"
/// ```
/// The rules are written down with the tests; what they do not decide is asked.
public struct DateReader: Sendable {
    public let zones: ZoneDatabase

    /// The longest date that is read, in UTF-8 bytes; what people type as a date is a tenth of it.
    static let longest = 240
    /// How many words before the end of a text a date is looked for.
    static let mostWords = 24

    public init(zones: ZoneDatabase) { self.zones = zones }

    /// What a text means that is a date and nothing else.
    public func read(_ text: String, in context: DateContext) -> DateAnswer {
        guard text.utf8.count <= Self.longest else { return .none(.notADate) }
        let vocabulary = Vocabulary.of(language: context.language)
        let tokens = Self.tokens(of: text[...], vocabulary)
        var grammar = grammar(tokens, .whole, vocabulary)
        let end = grammar.read()
        if grammar.draft.repeats != nil, !tokens[end...].allSatisfy(\.isClosing) {
            return .none(.recurring)
        }
        guard !grammar.draft.isEmpty, tokens[end...].allSatisfy(\.isClosing) else {
            return context.acceptsRanges
                ? range(tokens, vocabulary, context) ?? .none(.notADate) : .none(.notADate)
        }
        return resolved(grammar.draft, context)
    }

    /// The longest beginning of a text that is a date, and the rest after it; nil where it does not begin with one.
    public func readPrefix(
        _ text: String, in context: DateContext
    ) -> (answer: DateAnswer, rest: String)? {
        let head = text.unicodeScalars.prefix(Self.longest)
        let vocabulary = Vocabulary.of(language: context.language)
        let tokens = Self.tokens(of: Substring(head), vocabulary)
        var grammar = grammar(tokens, .prefix, vocabulary)
        let end = grammar.read()
        if end == tokens.count || grammar.draft.isEmpty {
            // Nothing follows, so the text as a whole says more.
            let whole = read(text, in: context)
            if case .none(.notADate) = whole { return nil }
            return (whole, "")
        }
        guard end > 0, !grammar.draft.isWeak else { return nil }
        let bytes = text.utf8
        let cut = bytes.index(bytes.startIndex, offsetBy: tokens[end - 1].range.upperBound)
        return (resolved(grammar.draft, context), Self.trimmed(text[cut...]))
    }

    /// The longest end of a text that is a date, and the rest before it; nil where it does not end with one.
    public func readSuffix(
        _ text: String, in context: DateContext
    ) -> (rest: String, answer: DateAnswer)? {
        let vocabulary = Vocabulary.of(language: context.language)
        let tail = Substring(text.unicodeScalars.suffix(Self.longest))
        let tokens = Self.tokens(of: tail, vocabulary)
        for start in tokens.indices.suffix(Self.mostWords) {
            // A date does not begin inside a word or a number.
            guard tokens[start].followsSpace || start == 0 && tail.startIndex == text.startIndex
            else { continue }
            var grammar = grammar(tokens, from: start, .suffix, vocabulary)
            let end = grammar.read()
            guard !grammar.draft.isEmpty, !grammar.draft.isWeak, end > start,
                tokens[end...].allSatisfy(\.isClosing)
            else { continue }
            let length = tail.utf8.count - tokens[start].range.lowerBound
            let cut = text.utf8.index(text.utf8.endIndex, offsetBy: -length)
            return (Self.trimmed(text[..<cut]), resolved(grammar.draft, context))
        }
        return nil
    }

    private static func tokens(
        of text: Substring, _ vocabulary: Vocabulary
    ) -> [DateToken] {
        DateTokenizer.tokens(of: text, in: vocabulary)
    }

    func grammar(
        _ tokens: [DateToken], from start: Int = 0, _ extent: DateGrammar.Extent,
        _ vocabulary: Vocabulary
    ) -> DateGrammar {
        DateGrammar(tokens, from: start, extent: extent, vocabulary: vocabulary, zones: zones)
    }

    func resolved(_ draft: DateDraft, _ context: DateContext) -> DateAnswer {
        DateResolver(draft: draft, context: context, zones: zones).answer()
    }

    /// Without the spaces and separators between a date and its text.
    private static func trimmed(_ text: Substring) -> String {
        let separators: Set<Character> = [",", ";", ":", "|", "-", "–", "—"]
        func isOuter(_ character: Character) -> Bool {
            character.isWhitespace || separators.contains(character)
        }
        var text = text.drop(while: isOuter)
        while let last = text.last, isOuter(last) { text.removeLast() }
        return String(text)
    }
}

extension DateReader {
    /// The seconds of a duration alone, such as "3 days", "2h 30m" or "1 week"; nil for anything else, for months
    /// and years, whose length varies, and for nothing at all.
    public func duration(_ text: String) -> Int? {
        guard text.utf8.count <= Self.longest else { return nil }
        let vocabulary = Vocabulary.of(language: "en")
        let tokens = Self.tokens(of: text[...], vocabulary)
        var grammar = grammar(tokens, .whole, vocabulary)
        guard let length = grammar.length(), grammar.position == tokens.count, length.months == 0
        else { return nil }
        let seconds = length.days * 86_400 + length.seconds
        return seconds > 0 ? seconds : nil
    }
}

extension DateToken {
    /// A sign that may stand behind the last word of a date.
    var isClosing: Bool {
        isSign(".") || isSign("!") || isSign("?") || isSign(",") || isSign(")") || isSign(";")
    }
}
