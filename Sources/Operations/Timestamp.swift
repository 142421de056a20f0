import FoundationEssentials

/// A moment as RFC 3339 in UTC with milliseconds, `2026-11-23T21:46:28.185Z`.
///
/// Worked out by hand: a log line is written for every update, and a formatter would cost more than the update.
enum Timestamp {
    static func written(_ date: Date) -> String {
        let milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded())
        let (days, rest) = floored(milliseconds, by: 86_400_000)
        let (year, month, day) = civil(daysSince1970: days)
        let time = [(3_600_000, 24), (60_000, 60), (1000, 60)].map {
            padded(rest / $0 % $1, to: 2)
        }
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
            + "T\(time.joined(separator: ":")).\(padded(rest % 1000, to: 3))Z"
    }

    /// The proleptic Gregorian date, by 400-year eras that begin on 1 March.
    private static func civil(daysSince1970: Int64) -> (Int64, Int64, Int64) {
        let (era, dayOfEra) = floored(daysSince1970 + 719_468, by: 146_097)
        let leaps = dayOfEra / 1460 - dayOfEra / 36_524 + dayOfEra / 146_096
        let yearOfEra = (dayOfEra - leaps) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func floored(_ value: Int64, by unit: Int64) -> (Int64, Int64) {
        let rest = ((value % unit) + unit) % unit
        return ((value - rest) / unit, rest)
    }

    private static func padded(_ number: Int64, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
