import Dates
import FoundationEssentials

/// What `cohortbot when` answers, for programs as a line of JSON and for people as a few lines.
struct WhenAnswer: Equatable {
    private(set) var start: String?
    private(set) var end: String?
    private(set) var rrule: String?
    /// Which question has to be asked: `zone`, `day-or-month`, `weekday-or-date`, `which-day`, `reading`.
    private(set) var ask: String?
    /// Why a line could not be read; there is none where it could.
    private(set) var error: String?

    init(error: String) { self.error = error }

    /// The moments are written on the clocks of a zone; the instants are the same on all.
    init(_ answer: DateAnswer, zone: Zone) {
        switch answer {
        case .moment(let moment):
            start = zone.rfc3339(moment.date)
            end = moment.end.map { zone.rfc3339($0) }
            rrule = moment.series?.rule.description
        case .ask(let question): ask = question.code
        case .none: break
        }
    }

    /// Whoever reads a line finds the same four keys in each, in the same order.
    var json: String {
        var fields = [("start", start), ("end", end), ("rrule", rrule), ("ask", ask)]
        if let error { fields.append(("error", error)) }
        let parts = fields.map { "\"\($0)\":" + ($1.map(Self.quoted) ?? "null") }
        return "{" + parts.joined(separator: ",") + "}"
    }

    private static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}

extension DateQuestion {
    /// A word for programs.
    var code: String {
        switch self {
        case .zone: "zone"
        case .dayOrMonth: "day-or-month"
        case .weekdayOrDate: "weekday-or-date"
        case .whichDay: "which-day"
        case .reading: "reading"
        }
    }
}
