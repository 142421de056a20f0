import Cohorts
import FoundationEssentials

/// Deadlines that crowd: the most that fall into any 48 hours.
struct DeadlineClash {
    static let span = 48 * 3_600.0

    let count: Int
    let first: Date

    /// Nil where no three come together.
    init?(_ dates: [Date]) {
        let sorted = dates.sorted()
        var best = (count: 0, first: Date.distantPast)
        var end = 0
        for (start, date) in sorted.enumerated() {
            while end < sorted.count, sorted[end].timeIntervalSince(date) <= Self.span { end += 1 }
            if end - start > best.count { best = (end - start, date) }
        }
        guard best.count >= 3 else { return nil }
        count = best.count
        first = best.first
    }
}
