public import FoundationEssentials

/// Something to be written into a calendar file.
public struct CalendarEntry: Hashable, Sendable {
    /// The same for the same thing for ever, so that a program that reads the file again changes it and adds nothing.
    public var uid: String
    /// Higher after every change of the time or the state.
    public var sequence: Int
    public var summary: String
    public var details: String
    public var url: String?
    public var start: Date
    public var end: Date?
    /// What repeats; its first moment is `start`.
    public var series: Series?
    public var isCancelled: Bool
    public var lastModified: Date?
    /// How long before the start a reminder is wanted, in seconds.
    public var leads: [Int]

    public init(
        uid: String, sequence: Int = 0, summary: String, details: String = "", url: String? = nil,
        start: Date, end: Date? = nil, series: Series? = nil, isCancelled: Bool = false,
        lastModified: Date? = nil, leads: [Int] = []
    ) {
        self.uid = uid
        self.sequence = sequence
        self.summary = summary
        self.details = details
        self.url = url
        self.start = start
        self.end = end
        self.series = series
        self.isCancelled = isCancelled
        self.lastModified = lastModified
        self.leads = leads
    }
}

/// Writes iCalendar (RFC 5545): times in UTC, and what repeats on the clocks of its zone, with their description.
public struct CalendarWriter: Sendable {
    private let product: String

    /// - Parameter product: What made the file, such as `-//CohortBot//EN`.
    public init(product: String = "-//CohortBot//CohortBot//EN") { self.product = product }

    /// The file, lines ended by CRLF and folded at 75 bytes.
    public func write(_ entries: [CalendarEntry], name: String? = nil, at stamp: Date) -> String {
        var file = FoldedText()
        file.line("BEGIN:VCALENDAR")
        file.line("VERSION:2.0")
        file.line("PRODID:" + Self.escaped(product))
        file.line("CALSCALE:GREGORIAN")
        file.line("METHOD:PUBLISH")
        if let name { file.line("X-WR-CALNAME:" + Self.escaped(name)) }
        for (zone, start) in zones(of: entries) { file.write(zone, from: start) }
        for entry in entries { write(entry, at: stamp, to: &file) }
        file.line("END:VCALENDAR")
        return file.text
    }

    private func write(_ entry: CalendarEntry, at stamp: Date, to file: inout FoldedText) {
        file.line("BEGIN:VEVENT")
        file.line("UID:" + Self.escaped(entry.uid))
        file.line("DTSTAMP:" + Self.utc(stamp))
        file.line("SEQUENCE:\(entry.sequence)")
        if let modified = entry.lastModified { file.line("LAST-MODIFIED:" + Self.utc(modified)) }
        let zone = entry.series?.zone
        file.line("DTSTART" + Self.time(entry.start, in: zone))
        if let end = entry.end { file.line("DTEND" + Self.time(end, in: zone)) }
        if let rule = entry.series?.rule { file.line("RRULE:" + Self.written(rule, in: zone)) }
        file.line("SUMMARY:" + Self.escaped(entry.summary))
        if !entry.details.isEmpty { file.line("DESCRIPTION:" + Self.escaped(entry.details)) }
        if let url = entry.url { file.line("URL:" + url.filter { !$0.isWhitespace }) }
        file.line("STATUS:" + (entry.isCancelled ? "CANCELLED" : "CONFIRMED"))
        file.line("TRANSP:TRANSPARENT")
        for lead in entry.isCancelled ? [] : entry.leads {
            file.line("BEGIN:VALARM")
            file.line("ACTION:DISPLAY")
            file.line("TRIGGER:" + CalendarDuration.text(before: lead))
            file.line("DESCRIPTION:" + Self.escaped(entry.summary))
            file.line("END:VALARM")
        }
        file.line("END:VEVENT")
    }

    /// The zones to be described, each from the earliest moment that needs it.
    private func zones(of entries: [CalendarEntry]) -> [(Zone, Date)] {
        var earliest: [Zone: Date] = [:]
        for entry in entries {
            guard let zone = entry.series?.zone, zone != .utc else { continue }
            earliest[zone] = min(earliest[zone] ?? .distantFuture, entry.start)
        }
        return earliest.sorted { $0.key.name < $1.key.name }.map { ($0.key, $0.value) }
    }

    private static func utc(_ date: Date) -> String {
        CalendarTime.utc(Zone.utc.local(date)).description
    }

    private static func time(_ date: Date, in zone: Zone?) -> String {
        guard let zone, zone != .utc else { return ":" + utc(date) }
        return ";TZID=\(zone.calendarName):" + CalendarTime.local(zone.local(date)).description
    }

    /// The standard wants the end of a rule in UTC where the start has a zone.
    private static func written(_ rule: Recurrence, in zone: Zone?) -> String {
        var rule = rule
        let last: LocalTime
        switch rule.end {
        case .onDay(let day): last = day.startOfDay.adding(seconds: 86_399)
        case .local(let local): last = local
        case .never, .after, .utc: return rule.description
        }
        rule.end = .utc(Zone.utc.local((zone ?? .utc).instants(of: last).date))
        return rule.description
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ",", ";":
                escaped.unicodeScalars.append("\\")
                escaped.unicodeScalars.append(scalar)
            case "\n": escaped += "\\n"
            case "\r": break
            case "\u{0}"..<"\u{20}" where scalar != "\t", "\u{7F}": break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
