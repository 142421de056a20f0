public import FoundationEssentials

/// A thing of a calendar file that has a time: an appointment (`VEVENT`) or a task (`VTODO`).
public struct CalendarEvent: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case event, task
    }

    public enum Status: String, Hashable, Sendable {
        case tentative = "TENTATIVE"
        case confirmed = "CONFIRMED"
        case cancelled = "CANCELLED"
        case needsAction = "NEEDS-ACTION"
        case inProcess = "IN-PROCESS"
        case completed = "COMPLETED"
    }

    public internal(set) var kind: Kind
    /// What stays the same when the event changes. A file that gives none gets one from the name and the start.
    public internal(set) var uid = ""
    /// Which moment of a series this event stands in place of.
    public internal(set) var recurrenceID: EventTime?
    public internal(set) var sequence = 0
    public internal(set) var lastModified: Date?
    public internal(set) var summary = ""
    public internal(set) var details = ""
    public internal(set) var location = ""
    public internal(set) var url = ""
    /// When it begins; for a task without a beginning, when it is due.
    public internal(set) var start: EventTime
    /// When it ends, or by when the task is due.
    public internal(set) var end: EventTime?
    public internal(set) var status: Status?
    public internal(set) var rule: Recurrence?
    /// Moments beside those of the rule.
    public internal(set) var additions: [Date] = []
    /// Moments of the rule that are left out, those that another event stands in place of included.
    public internal(set) var exceptions: Set<Date> = []
    /// How long before the start the file wants a reminder, in seconds.
    public internal(set) var leads: [Int] = []
    /// The line of the file where it begins.
    public internal(set) var line: Int

    public var isCancelled: Bool { status == .cancelled }

    /// By when something has to be done: the due time of a task, the start of anything else; a day alone ends at 23:59.
    public var due: Date {
        let time = kind == .task ? end ?? start : start
        guard time.isAllDay else { return time.date }
        return time.zone.instants(of: time.local.startOfDay.adding(seconds: 86_340)).date
    }

    /// Whether it is a later state of the same event: a higher sequence number, or the same and a later change.
    public func isNewer(than other: CalendarEvent) -> Bool {
        if sequence != other.sequence { return sequence > other.sequence }
        return (lastModified ?? .distantPast) > (other.lastModified ?? .distantPast)
    }

    /// The moments at which it begins, later than another, at most 1,000: rule and additions without exceptions.
    public func moments(after date: Date = .distantPast, limit: Int) -> [Date] {
        let wanted = max(0, min(limit, 1_000))
        var found = Set(additions.filter { $0 > date && !exceptions.contains($0) })
        if let rule {
            let series = Series(start: start.local, zone: start.zone, rule: rule)
            found.formUnion(
                series.moments(after: date, limit: wanted + exceptions.count)
                    .filter { !exceptions.contains($0) })
        }
        // The start counts even where the rule leaves it out.
        if start.date > date, !exceptions.contains(start.date) { found.insert(start.date) }
        return Array(found.sorted().prefix(wanted))
    }
}

/// A time of an event: a day, or an instant with the zone on whose clocks it was written.
public struct EventTime: Hashable, Sendable {
    public let local: LocalTime
    public let zone: Zone
    public let isAllDay: Bool

    public init(local: LocalTime, zone: Zone, isAllDay: Bool = false) {
        self.local = isAllDay ? local.startOfDay : local
        self.zone = zone
        self.isAllDay = isAllDay
    }

    /// The instant; of a day, its first one.
    public var date: Date { zone.instants(of: local).date }
}
