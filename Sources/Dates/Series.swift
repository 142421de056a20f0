public import FoundationEssentials

/// A start, a zone and a rule: the moments at which something repeats.
///
/// Every moment is computed from the start and never from now, so that a late look does not move the series, and on
/// the clocks of the zone, so that 18:00 stays 18:00 when they change. A time that the clocks skip is moved on by the
/// gap; of one that they show twice the first is taken.
public struct Series: Hashable, Sendable {
    /// The first moment on the clocks of the zone; it belongs to the series where the rule says so.
    public let start: LocalTime
    public let zone: Zone
    public let rule: Recurrence

    public init(start: LocalTime, zone: Zone, rule: Recurrence) {
        self.start = start
        self.zone = zone
        self.rule = rule
    }

    /// The first moment later than another; nil where the series is over.
    public func next(after date: Date) -> Date? { moments(after: date, limit: 1).first }

    /// The moments later than another, in order, at most that many and never more than 1,000.
    public func moments(after date: Date = .distantPast, limit: Int) -> [Date] {
        var found: [Date] = []
        let wanted = min(limit, Self.most)
        guard wanted > 0 else { return [] }
        var occurrences = Occurrences(self, after: date)
        while found.count < wanted, let moment = occurrences.next() {
            if moment > date { found.append(moment) }
        }
        return found
    }

    private static let most = 1_000
}

/// Walks through a series period by period: days, weeks, months or years.
struct Occurrences {
    private let series: Series
    private let last: Date?
    private let lastDay: Int?
    private var expansion: PeriodExpansion
    private var index = 0
    private var pending: [LocalTime] = []
    private var left: Int
    private var latest = Date.distantPast
    /// How many days may still be looked at before the next moment is found: an impossible rule, such as 30 February,
    /// must end, and all calendars repeat after 400 years.
    private var patience = Self.mostDays

    private static let mostDays = 150_000

    init(_ series: Series, after date: Date) {
        self.series = series
        expansion = PeriodExpansion(series.rule, start: series.start)
        switch series.rule.end {
        case .never: (last, left) = (nil, .max)
        case .after(let count): (last, left) = (nil, count)
        case .onDay(let day):
            let end = day.startOfDay.adding(seconds: 86_399)
            (last, left) = (series.zone.instants(of: end).date, .max)
        case .local(let local): (last, left) = (series.zone.instants(of: local).date, .max)
        case .utc(let local): (last, left) = (Zone.utc.instants(of: local).date, .max)
        }
        lastDay = last.map { series.zone.local($0).dayCount + 1 }
        // Without a count nobody needs to know how many were before, so the walk begins shortly before the date.
        if left == .max, date > .distantPast {
            index = max(0, expansion.index(of: series.zone.local(date)) - 1)
        }
    }

    mutating func next() -> Date? {
        while left > 0 {
            while pending.isEmpty {
                if let lastDay, expansion.begins(index, after: lastDay) { return nil }
                guard patience > 0, let times = expansion.times(inPeriod: index) else { return nil }
                patience -= expansion.length
                index += 1
                pending = times.reversed()
            }
            guard let local = pending.popLast() else { return nil }
            if local < series.start { continue }
            let date = series.zone.instants(of: local).date
            if let last, date > last { return nil }
            patience = Self.mostDays
            left -= 1
            // Two times of one gap may become the same moment.
            guard date > latest else { continue }
            latest = date
            return date
        }
        return nil
    }
}
