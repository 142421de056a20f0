/// A rule after which something repeats, as RFC 5545 writes it: `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`.
///
/// A value: it knows no start and no zone. `Series` joins the three and gives the moments.
///
/// ```swift
/// let rule = try Recurrence("FREQ=MONTHLY;BYDAY=-1FR")
/// Series(start: start, zone: zone, rule: rule).next(after: now)
/// ```
public struct Recurrence: Hashable, Sendable {
    /// How long a period is. What repeats within a day is refused when it is read: no deadline does.
    public enum Frequency: String, Hashable, Sendable, CaseIterable {
        case daily = "DAILY"
        case weekly = "WEEKLY"
        case monthly = "MONTHLY"
        case yearly = "YEARLY"
    }

    /// A weekday, or the nth of them in the month or year; -1 is the last.
    public struct Day: Hashable, Sendable {
        public var ordinal: Int?
        public var weekday: Weekday

        public init(_ weekday: Weekday, ordinal: Int? = nil) {
            self.weekday = weekday
            self.ordinal = ordinal
        }
    }

    /// When a series is over.
    public enum End: Hashable, Sendable {
        case never
        case after(count: Int)
        /// The last day, in the zone of the series.
        case onDay(LocalTime)
        /// The last moment on the clocks of the series' zone.
        case local(LocalTime)
        /// The last moment in UTC.
        case utc(LocalTime)
    }

    public var frequency: Frequency
    public var interval = 1
    public var end = End.never
    public var days: [Day] = []
    public var monthDays: [Int] = []
    public var yearDays: [Int] = []
    public var weekNumbers: [Int] = []
    public var months: [Int] = []
    public var hours: [Int] = []
    public var minutes: [Int] = []
    public var seconds: [Int] = []
    /// Which of the moments of a period count; -1 is the last.
    public var positions: [Int] = []
    public var weekStart = Weekday.monday

    public init(_ frequency: Frequency, interval: Int = 1, days: [Day] = []) {
        self.frequency = frequency
        self.interval = max(1, interval)
        self.days = days
    }
}

/// Why a text is no recurrence rule.
public enum RecurrenceFault: Error, Hashable, Sendable {
    case tooLong
    case malformed(String)
    /// Right by the standard, and more than is understood here.
    case unsupported(String)
    case missingFrequency
    /// Two parts that exclude each other, or one that is there twice.
    case contradiction(String)
}

extension Weekday {
    /// `MO`, `TU` and so on.
    public var code: String { Self.codes[rawValue - 1] }

    init?(code: some StringProtocol) {
        guard let index = Self.codes.firstIndex(of: code.uppercased()) else { return nil }
        self = Self.allCases[index]
    }

    private static let codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
}
