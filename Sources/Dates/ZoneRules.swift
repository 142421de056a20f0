/// A stretch of time in which a zone keeps one distance from UTC.
struct ZonePeriod: Hashable, Sendable {
    /// Seconds east of UTC.
    let offset: Int
    let abbreviation: String
}

/// The instant at which a zone's clocks change, and what holds from then on.
struct ZoneChange: Hashable, Sendable {
    /// Seconds since 1970-01-01 00:00 UTC.
    let at: Int
    let period: ZonePeriod
}

/// All that a zone ever did with its clocks: the changes of a TZif file, then its yearly rule.
///
/// A class, so that the thousands of values that name a zone share one table.
final class ZoneRules: Sendable {
    private let first: ZonePeriod
    private let changes: [ZoneChange]
    private let rule: PosixZoneRule?

    init(first: ZonePeriod, changes: [ZoneChange] = [], rule: PosixZoneRule? = nil) {
        self.first = first
        self.changes = changes
        self.rule = rule
    }

    func period(at instant: Int) -> ZonePeriod {
        let next = indexOfChange(after: instant)
        if next == changes.count, let rule { return rule.period(at: instant) }
        return next == 0 ? first : changes[next - 1].period
    }

    /// What holds after the last listed change.
    var present: PosixZoneRule {
        rule ?? PosixZoneRule(standard: changes.last?.period ?? first, daylight: nil)
    }

    /// What holds at the beginning of a range, and the changes inside it.
    func periods(in range: ClosedRange<Int>) -> (first: ZonePeriod, changes: [ZoneChange]) {
        let low = indexOfChange(after: range.lowerBound)
        let high = indexOfChange(after: range.upperBound)
        var inside = Array(changes[low..<high])
        if high == changes.count, let rule {
            let lastListed = changes.last?.at ?? Int.min
            inside += rule.changes(around: range.lowerBound).filter {
                $0.at > lastListed && $0.at > range.lowerBound && $0.at <= range.upperBound
            }
        }
        return (period(at: range.lowerBound), inside)
    }

    /// Binary search for the first change later than an instant.
    private func indexOfChange(after instant: Int) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].at <= instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
