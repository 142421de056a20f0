// A date in the middle of words: a false one costs more than a missed one.
extension DateReader {
    /// What a text means that is a date, or a sentence that ends or begins with one and speaks of no other.
    ///
    /// Stricter than `readSuffix` and `readPrefix`, whose callers know that a date is meant: here nothing but the words
    /// themselves says so. "Quinta dimensão" is no Thursday and "3/4 cup of sugar" no day of April.
    public func readSentence(_ text: String, in context: DateContext) -> DateAnswer {
        guard text.utf8.count <= Self.longest else { return .none(.notADate) }
        let own = LanguageText(text[...], in: context.language)
        let answer = whole(own, context)
        guard answer.isOpen else { return answer }
        let others = own.others
        if let found = longest(others, context, whole) { return found.answer }
        guard answer == .none(.notADate), let first = sentence(own, [context]) else {
            return answer
        }
        guard first.isDayless else { return first.answer }
        let found = longer(than: first, others, context, sentence)
        // Another language sees more of a time in the words around it and cannot make it out.
        return found.answers == first.answers && others.contains { $0.isSure(outside: first.bytes) }
            ? answer : found.answer
    }

    private func whole(_ text: LanguageText, _ contexts: [DateContext]) -> Found? {
        let answers = contexts.map { whole(text, $0) }
        guard answers[0] != .none(.notADate), let last = text.tokens.last else { return nil }
        return Found(
            answers, of: text, text.tokens.indices, bytes: 0..<last.range.upperBound,
            isDayless: false)
    }

    /// The date at the end or the beginning of a sentence that speaks of no other.
    private func sentence(_ text: LanguageText, _ contexts: [DateContext]) -> Found? {
        let tokens = text.tokens
        func found(_ draft: DateDraft, _ range: Range<Int>) -> Found {
            Found(
                contexts.map { resolved(draft, $0) }, of: text, range,
                bytes: tokens[range.lowerBound].range
                    .lowerBound..<tokens[range.upperBound - 1].range.upperBound,
                isDayless: draft.isDayless)
        }
        for start in tokens.indices.suffix(Self.mostWords) where tokens[start].followsSpace {
            var grammar = grammar(text, from: start, .suffix)
            let end = grammar.read()
            guard end > start, tokens[end...].allSatisfy(\.isClosing) else { continue }
            let isTime = tokens[start].lexemes.contains(.at)
            return grammar.draft.isMeant(asTime: isTime)
                && tokens[..<start].allSatisfy { !$0.speaksOfTime(beside: grammar.draft) }
                ? found(grammar.draft, start..<end) : nil
        }
        var grammar = grammar(text, .prefix)
        let end = grammar.read()
        guard end > 0, grammar.draft.isMeant(asTime: tokens.first?.lexemes.contains(.at) == true),
            tokens[end...].allSatisfy({ !$0.speaksOfTime(beside: grammar.draft) }),
            // "tomorrow 18:00 in Tokyo"
            !tokens[end...].prefix(1).contains(where: \.joins)
        else { return nil }
        return found(grammar.draft, 0..<end)
    }
}

extension DateDraft {
    /// Whether its words leave no doubt that a date is meant, whatever stands around them; a time alone needs its "at" or
    /// its half of the day: "John 3:16" is none.
    fileprivate func isMeant(asTime isTime: Bool) -> Bool {
        guard !isEmpty, !isWeak else { return false }
        if repeats != nil { return true }
        if let shift { return shift.isAnchored || shift.isCertain }
        let parts = [day != nil, weekday != nil, clock != nil, part != nil].filter(\.self).count
        if parts > 1 { return true }
        if let clock {
            return clock.hasMeridiem || isTime && (clock.grain != .hour || !clock.isTwelveHour)
        }
        switch day {
        case .calendar, .offset, .nth, .endOf: return true
        case .slashes(_, _, let year): return year != nil
        default: return false
        }
    }
}

extension DateToken {
    /// Whether it says something of a time that the date found beside it leaves out.
    fileprivate func speaksOfTime(beside draft: DateDraft) -> Bool {
        if number != nil { return true }
        // "The sun rises tomorrow at 6" is a sentence, "Sun and Mon at 6" says more than the Monday.
        if lexemes.contains(.weak), draft.weekday == nil { return false }
        return lexemes.contains { lexeme in
            switch lexeme {
            case .weekday, .month, .unit, .dayOffset, .clock, .part, .todayPart, .ago, .agoBefore,
                .last, .next, .nextBehind, .dayAfter, .dayBefore, .endOfDay, .endOf, .every,
                .everyUnit, .hourMark, .am, .pm, .half, .quarter, .ordinal:
                true
            case .number: !lexemes.contains(.article)
            default: false
            }
        }
    }

    /// Whether it ties what follows to what came before it.
    fileprivate var joins: Bool {
        lexemes.contains { [.within, .on, .at, .of, .after, .before, .upTo, .and].contains($0) }
    }
}
