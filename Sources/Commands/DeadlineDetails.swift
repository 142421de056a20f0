import Chat
import Cohorts
import Dates
import FoundationEssentials

/// What may follow a deadline's title and moment, in any order: each part is known by its form.
struct DeadlineDetails {
    static let fields = [
        Field<String?>.optional("kind", .word, "assignment, quiz, live, upgrade or other"),
        Field<String?>.optional(
            "leads", .word, "How long before it people are reminded, such as 7d,2d,6h"),
        Field<String?>.optional("link", .word, "Where it is handed in, https://example.org"),
        Field<String?>.optional("repeat", .text, "How it repeats, such as weekly"),
    ]

    private(set) var kind: Deadline.Kind?
    private(set) var leads: [Int]?
    private(set) var link: String?
    private var repeats: String?

    init(_ call: Call) throws(Refusal) {
        for field in Self.fields {
            guard let words = try call[field] else { continue }
            try take(words, field.card, call)
        }
    }

    private mutating func take(_ words: String, _ card: FieldCard, _ call: Call) throws(Refusal) {
        let word = words.lowercased().trimmed
        if let known = Deadline.Kind(rawValue: word) {
            kind = known
        } else if word.hasPrefix("https://") || word.hasPrefix("http://") {
            guard !words.contains(where: \.isWhitespace), words.utf8.count <= 500 else {
                throw .unreadable(card, words: words)
            }
            link = words.trimmed
        } else if let parsed = call.leads(words) {
            leads = ((leads ?? []) + parsed).sorted(by: >)
        } else if card.name == "repeat" || Self.rule(words, call) != nil {
            repeats = words
        } else {
            throw .unreadable(card, words: words)
        }
    }

    /// The series that was meant: said with the moment, or behind it.
    func series(_ call: Call, _ moment: Moment, _ cohort: Cohort) throws(Refusal) -> Series? {
        let clock = call.knowledge.dates.zones.zone(named: cohort.zone) ?? moment.zone
        // The cohort's clock counts, unless it shows another day there than was said.
        let local = moment.zone.local(moment.date)
        let zone = clock.local(moment.date).startOfDay == local.startOfDay ? clock : moment.zone
        let rule: Recurrence
        if let series = moment.series {
            rule = series.rule
        } else if let repeats {
            guard let read = Self.rule(repeats, call) else {
                throw .unreadable(Self.fields[3].card, words: repeats)
            }
            rule = read
        } else {
            return nil
        }
        return Series(start: zone.local(moment.date), zone: zone, rule: rule)
    }

    private static func rule(_ words: String, _ call: Call) -> Recurrence? {
        switch words.lowercased().trimmed {
        case "daily": return Recurrence(.daily)
        case "weekly": return Recurrence(.weekly)
        case "monthly": return Recurrence(.monthly)
        case "yearly": return Recurrence(.yearly)
        default: break
        }
        if words.uppercased().contains("FREQ=") { return try? Recurrence(words.trimmed) }
        var context = call.dateContext
        context.acceptsRepeats = true
        guard case .moment(let moment) = call.knowledge.dates.read(words, in: context) else {
            return nil
        }
        return moment.series?.rule
    }
}

extension Call {
    /// Reads lead times such as `7d, 2d, 6h`, longest first; nil for anything else.
    func leads(_ words: String) -> [Int]? {
        let parts = words.lowercased().split { $0 == "," || $0 == ";" || $0.isWhitespace }
        guard (1...Self.mostLeads).contains(parts.count) else { return nil }
        var leads: Set<Int> = []
        for part in parts {
            guard let seconds = knowledge.dates.duration(String(part)),
                (60...60 * 86_400).contains(seconds)
            else { return nil }
            leads.insert(seconds)
        }
        return leads.sorted(by: >)
    }

    private static let mostLeads = 8
}
