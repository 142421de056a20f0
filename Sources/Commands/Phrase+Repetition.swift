import Chat
import Dates

extension Phrase {
    /// "every week on Mon", and where a rule is too special for a sentence, the rule.
    static func repeats(_ rule: Recurrence?) -> Phrase {
        guard let rule else { return Phrase("nothing") }
        let days = rule.days.filter { $0.ordinal == nil }.map { day in
            Phrase("times.weekday-\(day.weekday.rawValue)")
        }
        let isSimple =
            rule.positions.isEmpty && rule.weekNumbers.isEmpty && rule.yearDays.isEmpty
            && rule.months.isEmpty && rule.monthDays.count < 2
            && days.count == rule.days.count && rule.hours.isEmpty && rule.minutes.isEmpty
        var values: [String: Value] = [
            "n": .number(rule.interval), "days": .list(days), "rule": .code(rule.description),
            "day": .number(rule.monthDays.first ?? 0),
        ]
        let end: Phrase =
            if case .after(let count) = rule.end {
                Phrase("times.repeats-count", ["n": .number(count)])
            } else if let last = rule.end.lastDay {
                Phrase("times.repeats-until", ["day": .code(last)])
            } else {
                Phrase("nothing")
            }
        values["end"] = .phrase(end)
        guard isSimple else { return Phrase("times.repeats-rule", values) }
        switch rule.frequency {
        case .daily where days.isEmpty && rule.monthDays.isEmpty:
            return Phrase("times.repeats-daily", values)
        case .weekly:
            return Phrase(days.isEmpty ? "times.repeats-weekly" : "times.repeats-weekly-on", values)
        case .monthly where days.isEmpty:
            return Phrase(
                rule.monthDays.isEmpty ? "times.repeats-monthly" : "times.repeats-monthly-on",
                values)
        case .yearly where days.isEmpty && rule.monthDays.isEmpty:
            return Phrase("times.repeats-yearly", values)
        default: return Phrase("times.repeats-rule", values)
        }
    }
}

extension Recurrence.End {
    /// The last day, `2026-12-20`.
    fileprivate var lastDay: String? {
        switch self {
        case .never, .after: nil
        case .onDay(let day), .local(let day), .utc(let day): String(day.description.prefix(10))
        }
    }
}
