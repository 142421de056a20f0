package import Dates
package import FoundationEssentials

/// A span of every day in which somebody wants no reminder, in minutes from midnight on their own clocks.
package struct QuietHours: Hashable, Codable, Sendable {
    package let from: Int
    package let until: Int

    package init(from: Int, until: Int) {
        self.from = from
        self.until = until
    }

    /// No quiet hours, said on purpose: it wins over the cohort's.
    package static let off = QuietHours(from: 0, until: 0)

    package var isOff: Bool { from == until }

    /// The window that a moment lies in, with the first moment after it; nil where it lies in none.
    package func window(around date: Date, in zone: Zone) -> (start: Date, end: Date)? {
        guard !isOff else { return nil }
        let local = zone.local(date)
        let minute = local.hour * 60 + local.minute
        let isOverMidnight = from > until
        guard isOverMidnight ? minute >= from || minute < until : from..<until ~= minute else {
            return nil
        }
        let today = local.startOfDay
        let first = isOverMidnight && minute < until ? today.adding(days: -1) : today
        let last = isOverMidnight && minute >= from ? today.adding(days: 1) : today
        let start = zone.instants(of: first.adding(seconds: from * 60)).date
        var end = zone.instants(of: last.adding(seconds: until * 60)).date
        // On the night on which the clocks are set back the end may come twice, and the first be over.
        if end <= date,
            case .twice(_, let second) = zone.instants(of: last.adding(seconds: until * 60))
        {
            end = second
        }
        return (min(start, date), max(end, date.addingTimeInterval(1)))
    }
}
