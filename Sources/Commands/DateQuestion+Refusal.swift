import Chat
import Dates
import FoundationEssentials

extension DateQuestion {
    /// The question with its readings as buttons; a press stands for exactly the moment that its button shows.
    func refusal(_ field: FieldCard, words: String) -> Refusal {
        let key =
            switch self {
            case .zone: "questions.which-zone-of"
            case .dayOrMonth, .weekdayOrDate, .whichDay, .reading: "questions.which-date"
            }
        return .ambiguous(
            field, Phrase(key, ["words": .user(String(words.prefix(60)))]),
            options: options.prefix(6).map { moment in
                let label: Phrase =
                    if case .zone = self {
                        Phrase(
                            "questions.zone-option",
                            ["zone": .zone(moment.zone.name), "when": .moment(moment.date)])
                    } else {
                        Phrase("plain", ["text": .moment(moment.date)])
                    }
                return (label, moment.date.formatted(.iso8601))
            })
    }
}
