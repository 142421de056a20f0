package import Chat
import Cohorts
package import Dates

/// One typed field of a command: how it is asked for and how it is read.
package struct Field<Value: Sendable>: Sendable {
    package let card: FieldCard
    private let parse: @Sendable (String, Call, FieldCard) throws(Refusal) -> Value
    private let file: (@Sendable (Call, String?) throws(Refusal) -> Value?)?
    private let absent: Value?

    package var name: String { card.name }

    init(
        _ card: FieldCard, absent: Value? = nil,
        file: (@Sendable (Call, String?) throws(Refusal) -> Value?)? = nil,
        parse: @escaping @Sendable (String, Call, FieldCard) throws(Refusal) -> Value
    ) {
        self.card = card
        self.absent = absent
        self.file = file
        self.parse = parse
    }

    func read(_ words: String?, _ call: Call) throws(Refusal) -> Value {
        if let value = try file?(call, words) { return value }
        guard let words, !words.isEmpty else {
            if let absent { return absent }
            throw .missing(card)
        }
        return try parse(words, call, card)
    }
}

extension Field<String> {
    static func text(_ name: String, _ prompt: String, isLong: Bool = false) -> Self {
        Field(FieldCard(name, .text, prompt, isLong: isLong)) { words, _, _ in words }
    }

    static func word(_ name: String, _ prompt: String, _ kind: FieldCard.Kind = .word) -> Self {
        Field(FieldCard(name, kind, prompt)) { words, _, _ in words }
    }

    /// The title or id of one of the cohort's deadlines.
    static func assignment(_ name: String, _ prompt: String) -> Self {
        Field(FieldCard(name, .assignment, prompt)) { words, _, _ in words }
    }
}

extension Field<String?> {
    static func optional(_ name: String, _ kind: FieldCard.Kind, _ prompt: String) -> Self {
        Field(FieldCard(name, kind, prompt, isRequired: false), absent: .some(nil)) { words, _, _ in
            words
        }
    }
}

extension Field<Int?> {
    /// A whole number in a range; a leading `k:` or `#` is passed over.
    static func number(_ name: String, _ range: ClosedRange<Int>, _ prompt: String) -> Self {
        Field(FieldCard(name, .number, prompt, isRequired: false), absent: .some(nil)) {
            (words, _, card) throws(Refusal) in
            guard let number = Int(words.filter(\.isWholeNumber)), range.contains(number) else {
                throw .unreadable(card, words: words)
            }
            return number
        }
    }
}

extension Field<Moment> {
    /// A date as people type it, in the caller's zone and language, not in the past.
    static func moment(_ name: String, _ prompt: String) -> Self {
        Field(FieldCard(name, .moment, prompt)) { (words, call, card) throws(Refusal) in
            switch call.knowledge.dates.read(words, in: call.dateContext) {
            case .moment(let moment):
                // Ahead when it was typed, and behind by now.
                if call.typedAt != nil, moment.date <= call.now {
                    throw .past(words: words, moment.date)
                }
                return moment
            case .ask(let question): throw question.refusal(card, words: words)
            case .none(.past(let moment)): throw .past(words: words, moment.date)
            case .none: throw .unreadable(card, words: words)
            }
        }
    }
}

extension Field<Moment> {
    /// The same, or something that repeats, such as "every Monday 18:00", with its first moment.
    static func momentOrSeries(_ name: String, _ prompt: String) -> Self {
        Field(FieldCard(name, .moment, prompt, mayRepeat: true)) {
            (words, call, card) throws(Refusal) in
            try call.momentOrSeries(words, card)
        }
    }
}

extension Call {
    func momentOrSeries(_ words: String, _ card: FieldCard) throws(Refusal) -> Moment {
        var context = dateContext
        context.acceptsRepeats = true
        switch knowledge.dates.read(words, in: context) {
        case .moment(let moment):
            // Ahead when it was typed, and behind by now; what repeats goes on.
            if typedAt != nil, moment.series == nil, moment.date <= now {
                throw .past(words: words, moment.date)
            }
            return moment
        case .ask(let question): throw question.refusal(card, words: words)
        case .none(.past(let moment)): throw .past(words: words, moment.date)
        case .none: throw .unreadable(card, words: words)
        }
    }
}

extension Call {
    package var dateContext: DateContext {
        DateContext(now: typedAt ?? now, zone: caller.zone, language: caller.language)
    }
}

extension Field<String> {
    /// One word of a few.
    static func choice(_ name: String, _ choices: [String], _ prompt: String) -> Self {
        Field(FieldCard(name, .choice(choices), prompt)) { (words, _, card) throws(Refusal) in
            let word = words.lowercased()
            if choices.contains(word) { return word }
            throw .ambiguous(
                card, Phrase("questions.which", ["words": .user(String(words.prefix(40)))]),
                options: choices.map { (Phrase("plain", ["text": .code($0)]), $0) })
        }
    }
}
