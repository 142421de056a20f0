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
    ///
    /// The words of the reader's language and of English come first; what they do not know may be in another one.
    public func read(_ text: String, in context: DateContext) -> DateAnswer {
        guard text.utf8.count <= Self.longest else { return .none(.notADate) }
        let own = LanguageText(text[...], in: context.language)
        let answer = whole(own, context)
        guard answer.isOpen else { return answer }
        let others = own.others.flatMap { other in
            other.contexts(context).map { whole(other, $0) }
        }
        return Self.agreed(on: others) ?? answer
    }

    /// What a text means in one language.
    func whole(_ text: LanguageText, _ context: DateContext) -> DateAnswer {
        let draft = draft(of: text)
        if draft.isWhole { return resolved(draft.draft, context) }
        if draft.draft.repeats != nil { return .none(.recurring) }
        return context.acceptsRanges
            ? range(text.tokens, text.vocabulary, context) ?? .none(.notADate) : .none(.notADate)
    }

    /// The longest beginning of a text that is a date, and the rest after it; nil where it does not begin with one.
    public func readPrefix(
        _ text: String, in context: DateContext
    ) -> (answer: DateAnswer, rest: String)? {
        let head = Substring(text.unicodeScalars.prefix(Self.longest))
        let own = LanguageText(head, in: context.language)
        return found(in: own, context) { prefix(of: $0, in: text, $1) }.map { found in
            let cut = text.utf8.index(text.utf8.startIndex, offsetBy: found.bytes.upperBound)
            return (found.answer, Self.trimmed(text[cut...]))
        }
    }

    private func prefix(
        of text: LanguageText, in whole: String, _ contexts: [DateContext]
    ) -> Found? {
        var grammar = grammar(text, .prefix)
        let end = grammar.read()
        if end == text.tokens.count || grammar.draft.isEmpty {
            // Nothing follows, so the text as a whole says more.
            let answers = contexts.map { self.whole(text, $0) }
            guard whole.utf8.count <= Self.longest, answers[0] != .none(.notADate) else {
                return nil
            }
            return Found(
                answers, of: text, text.tokens.indices, bytes: 0..<whole.utf8.count,
                isDayless: grammar.draft.isDayless)
        }
        guard end > 0, !grammar.draft.isWeak else { return nil }
        return Found(
            contexts.map { resolved(grammar.draft, $0) }, of: text, 0..<end,
            bytes: 0..<text.tokens[end - 1].range.upperBound, isDayless: grammar.draft.isDayless)
    }

    /// The longest end of a text that is a date, and the rest before it; nil where it does not end with one.
    public func readSuffix(
        _ text: String, in context: DateContext
    ) -> (rest: String, answer: DateAnswer)? {
        let tail = Substring(text.unicodeScalars.suffix(Self.longest))
        let own = LanguageText(tail, in: context.language)
        let isCut = tail.startIndex != text.startIndex
        return found(in: own, context) { suffix(of: $0, isCut: isCut, tail, $1) }.map { found in
            let cut = text.utf8.index(text.utf8.endIndex, offsetBy: -found.bytes.count)
            return (Self.trimmed(text[..<cut]), found.answer)
        }
    }

    private func suffix(
        of text: LanguageText, isCut: Bool, _ tail: Substring, _ contexts: [DateContext]
    ) -> Found? {
        let tokens = text.tokens
        for start in tokens.indices.suffix(Self.mostWords) {
            // A date does not begin inside a word or a number.
            guard tokens[start].followsSpace || start == 0 && !isCut else { continue }
            var grammar = grammar(text, from: start, .suffix)
            let end = grammar.read()
            guard !grammar.draft.isEmpty, !grammar.draft.isWeak, end > start,
                tokens[end...].allSatisfy(\.isClosing)
            else { continue }
            return Found(
                contexts.map { resolved(grammar.draft, $0) }, of: text, start..<end,
                bytes: tokens[start].range.lowerBound..<tail.utf8.count,
                isDayless: grammar.draft.isDayless)
        }
        return nil
    }

    /// What a text says of a date, and whether it says nothing else.
    func draft(of text: LanguageText) -> (draft: DateDraft, isWhole: Bool) {
        var grammar = grammar(text, .whole)
        let end = grammar.read()
        let isWhole = text.tokens[end...].allSatisfy(\.isClosing)
        return (grammar.draft, isWhole && !grammar.draft.isEmpty)
    }

    func grammar(
        _ tokens: [DateToken], from start: Int = 0, _ extent: DateGrammar.Extent,
        _ vocabulary: Vocabulary
    ) -> DateGrammar {
        DateGrammar(tokens, from: start, extent: extent, vocabulary: vocabulary, zones: zones)
    }

    func grammar(
        _ text: LanguageText, from start: Int = 0, _ extent: DateGrammar.Extent
    ) -> DateGrammar {
        grammar(text.tokens, from: start, extent, text.vocabulary)
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
        let text = LanguageText(text[...], in: "en")
        var grammar = grammar(text, .whole)
        guard let length = grammar.length(), grammar.position == text.tokens.count,
            length.months == 0
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
