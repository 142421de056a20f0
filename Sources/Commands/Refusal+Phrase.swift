package import Chat
import Cohorts

extension Refusal {
    /// The one place where a fact becomes a sentence: what, why, and the next step.
    package func phrase(for call: Call) -> Phrase {
        switch self {
        case .unknownCommand(let typed, let nearest):
            guard let first = nearest.first else {
                return Phrase(
                    "refusals.unknown-command",
                    ["typed": .user("/\(typed.prefix(32))"), "help": .code("/help")])
            }
            return Phrase(
                "refusals.did-you-mean",
                [
                    "typed": .user("/\(typed.prefix(32))"), "command": .code("/\(first.name)"),
                    "summary": first.translatedSummary,
                ])
        case .notAllowed(let card, let has, let ask, let isUnsure):
            let names: Phrase.Value =
                ask.isEmpty
                ? .phrase(Phrase("roles.a-\(card.role.rawValue)"))
                : .list(ask.map { Phrase("plain", ["text": .user($0)]) })
            let key =
                isUnsure
                ? "refusals.not-allowed-unsure"
                : call.caller.place.isPrivate
                    ? "refusals.not-allowed-private" : "refusals.not-allowed"
            return Phrase(
                key,
                [
                    "command": .code("/\(card.name)"),
                    "needs": .phrase(Phrase("roles.for-\(card.role.rawValue)s")),
                    "role": .phrase(Phrase("roles.\(has.rawValue)")), "ask": names,
                ])
        case .noCohort(let isPrivate):
            return Phrase(
                isPrivate ? "refusals.no-cohort-private" : "refusals.no-cohort-here",
                ["join": .code("/join"), "new": .code("/cohort new")])
        case .whichCohort:
            return Phrase("questions.which-cohort")
        case .missing(let field):
            return Phrase("questions.missing", ["prompt": field.translatedPrompt])
        case .ambiguous(_, let phrase, _), .confirm(let phrase, _), .because(let phrase):
            return phrase
        case .unreadable(let field, let words):
            var values: [String: Phrase.Value] = [
                "words": .user(String(words.prefix(80))), "prompt": field.translatedPrompt,
            ]
            guard let example = field.kind.example else {
                return Phrase("refusals.unreadable-words", values)
            }
            values["example"] = .code(example)
            return Phrase("refusals.unreadable", values)
        case .needsFile(_, let limit):
            // Never said: whoever runs a command fetches the file instead.
            return .fileTooLarge(limit)
        case .past(let words, let date):
            return Phrase(
                "refusals.past", ["words": .user(String(words.prefix(80))), "when": .moment(date)])
        }
    }
}

extension CommandCard {
    /// The summary, in the reader's language where it has been translated.
    var translatedSummary: Phrase.Value {
        .translated(key: "cards.\(name.replacing(" ", with: "-"))", english: summary)
    }
}

extension FieldCard {
    var translatedPrompt: Phrase.Value {
        .translated(key: "fields.\(name)", english: prompt)
    }
}

extension FieldCard.Kind {
    /// Something of this kind to copy; nil where only the prompt knows what is wanted.
    var example: String? {
        switch self {
        case .word, .text: nil
        case .file: "https://example.org/my-work"
        case .moment: "tomorrow 5pm"
        case .number: "3"
        case .choice(let choices): choices.first ?? "yes"
        case .assignment: "Assignment 2"
        case .cohort: "ml-101"
        case .zone: "Kolkata"
        case .reminder: "r12"
        case .review: "v12"
        }
    }
}
