// People type dates in other languages than the one in which they read: "mañana a las 5" in a Portuguese application.
extension DateReader {
    /// A part of a text that is a date.
    struct Found {
        /// What it may mean.
        var answers: [DateAnswer]
        let tokens: Range<Int>
        /// Where it stands in the text, in UTF-8 bytes.
        let bytes: Range<Int>
        /// Whether it is a time alone, or a number with a unit, whose day may stand beside it in another language.
        let isDayless: Bool
        /// Whether it is in no language, as "31/12" is.
        let isWordless: Bool

        init(
            _ answers: [DateAnswer], of text: LanguageText, _ tokens: Range<Int>, bytes: Range<Int>,
            isDayless: Bool
        ) {
            self.answers = answers
            self.tokens = tokens
            self.bytes = bytes
            self.isDayless = isDayless
            isWordless = text.tokens[tokens].allSatisfy { $0.word == nil }
        }

        var answer: DateAnswer { DateReader.agreed(on: answers) ?? .none(.notADate) }
    }

    /// What is found in the reader's own language; what another one finds where that is nothing, or a part of what the
    /// other one sees: "mañana 5pm", "31/12 a las 5".
    func found(
        in own: LanguageText, _ context: DateContext,
        _ find: (LanguageText, [DateContext]) -> Found?
    ) -> Found? {
        guard let first = find(own, [context]) else {
            return longest(own.others, context) { other, contexts in
                guard let found = find(other, contexts) else { return nil }
                // That something has been is no reason to take a part of a text for a date.
                return found.tokens == other.tokens.indices
                    || found.answers.contains(where: \.isAhead) ? found : nil
            }
        }
        return first.isDayless || first.isWordless
            ? longer(than: first, own.others, context, find) : first
    }

    /// What other languages find that is longer than `first` and has the day that it has not, or `first`.
    func longer(
        than first: Found, _ others: [LanguageText], _ context: DateContext,
        _ find: (LanguageText, [DateContext]) -> Found?
    ) -> Found {
        let longest = longest(others, context) { other, contexts in
            find(other, contexts).flatMap {
                !$0.isDayless && $0.bytes.count > first.bytes.count ? $0 : nil
            }
        }
        return longest ?? first
    }

    /// The longest date that other languages find in words that are surely theirs, with what each makes of it.
    func longest(
        _ others: [LanguageText], _ context: DateContext,
        _ find: (LanguageText, [DateContext]) -> Found?
    ) -> Found? {
        let found = others.compactMap { other in
            find(other, other.contexts(context)).flatMap {
                other.isSure(in: $0.tokens) ? $0 : nil
            }
        }
        guard var longest = found.max(by: { $0.bytes.count < $1.bytes.count }) else { return nil }
        longest.answers = found.filter { $0.bytes == longest.bytes }.flatMap(\.answers)
        return longest
    }

    /// The one meaning that all readings have, or a question; nil where there is none.
    static func agreed(on answers: [DateAnswer]) -> DateAnswer? {
        var different: [DateAnswer] = []
        for answer in answers
        where answer != .none(.notADate) && !different.contains(where: answer.means) {
            different.append(answer)
        }
        // What is past in one language, or not understood to its end, and ahead in another is ahead.
        let ahead = different.filter(\.isAhead)
        guard ahead.count > 1 else { return ahead.first ?? different.first }
        var options: [Moment] = []
        for moment in ahead.flatMap(\.options) where !options.contains(where: moment.isSame) {
            options.append(moment)
        }
        // A question offers moments, not rules.
        return options.allSatisfy { $0.series == nil }
            ? .ask(.reading(options: options)) : .none(.recurring)
    }
}

extension DateAnswer {
    /// Whether another language may know more: "cada lunes" repeats in Portuguese, too, and not on Mondays.
    var isOpen: Bool { self == .none(.notADate) || self == .none(.recurring) }

    fileprivate func means(_ other: DateAnswer) -> Bool {
        if case .moment(let one) = self, case .moment(let another) = other {
            return one.isSame(another)
        }
        return self == other
    }

    fileprivate var isAhead: Bool { if case .none = self { false } else { true } }

    /// The moments that it may mean.
    var options: [Moment] {
        switch self {
        case .moment(let moment): [moment]
        case .ask(let question): question.options
        case .none: []
        }
    }
}

extension Moment {
    fileprivate func isSame(_ other: Moment) -> Bool {
        date == other.date && end == other.end && series == other.series
    }
}

extension DateDraft {
    var isDayless: Bool {
        guard day == nil, weekday == nil, repeats == nil else { return false }
        return shift.map { !$0.isAnchored && !$0.isCertain } ?? true
    }
}
