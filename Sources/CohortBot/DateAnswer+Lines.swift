import Dates
import FoundationEssentials

extension DateAnswer {
    /// The answer for a person at a terminal: the moment as RFC 3339 writes it, then what there is to know about it.
    func lines(in context: DateContext) -> [String] {
        switch self {
        case .moment(let moment): moment.lines(from: context.now)
        case .ask(let question):
            ["\(question.words)"] + question.options.map { "  " + $0.summary(from: context.now) }
        case .none(.past(let moment)): ["past: " + moment.summary(from: context.now)]
        case .none(.notADate): ["not a date"]
        case .none(.impossible): ["no such day: the calendar does not have it"]
        case .none(.tooFar): ["beyond the year 9999"]
        case .none(.recurring): ["it repeats in a way that no rule says"]
        }
    }
}

extension DateQuestion {
    fileprivate var words: String {
        switch self {
        case .zone(_, let words): "which zone is \(words)?"
        case .dayOrMonth: "which of the two numbers is the day?"
        case .weekdayOrDate: "the weekday and the date disagree; which one counts?"
        case .whichDay: "which day? It may be one of these or a day between them:"
        case .reading: "which one? Two languages read it differently:"
        }
    }
}

extension Moment {
    fileprivate func lines(from now: Date) -> [String] {
        var lines = [summary(from: now)]
        if let end { lines.append("  until " + zone.rfc3339(end)) }
        if let series { lines.append("  repeats: " + series.rule.description) }
        return lines + notes.map { "  " + $0.words }
    }

    /// `2026-12-01T18:00:00-03:00  Tuesday, America/Sao_Paulo, in 8 days 3 h`
    fileprivate func summary(from now: Date) -> String {
        let name = "\(local.weekday)"
        let weekday = name.prefix(1).uppercased() + name.dropFirst()
        return "\(zone.rfc3339(date))  \(weekday), \(zone.name), "
            + Self.distance(Int(date.timeIntervalSince(now).rounded()))
    }

    private static func distance(_ seconds: Int) -> String {
        let units = [("day", 86_400), ("h", 3_600), ("min", 60), ("s", 1)]
        var rest = Int(seconds.magnitude)
        var parts: [String] = []
        for (name, size) in units where parts.count < 2 && rest >= size {
            let count = rest / size
            parts.append("\(count) \(name == "day" && count > 1 ? "days" : name)")
            rest %= size
        }
        let words = parts.joined(separator: " ")
        return parts.isEmpty ? "now" : seconds > 0 ? "in \(words)" : "\(words) ago"
    }
}

extension DateNote {
    fileprivate var words: String {
        switch self {
        case .gapMoved: "the clocks jump over that time; it was moved on by as much"
        case .firstOfTwo: "the clocks show that time twice; this is the first"
        case .assumedEndOfDay: "no time was given: a day ends at 23:59"
        case .assumedHour: "only a part of the day was given"
        case .assumedMorning: "no half of the day was given: taken for the morning"
        case .assumedAfternoon: "no half of the day was given: taken for the afternoon"
        case .zoneFromText: "the zone is the one in the text"
        }
    }
}
