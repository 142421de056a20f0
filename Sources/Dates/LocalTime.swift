/// What a clock and a calendar on the wall show, without saying where the wall stands.
///
/// Always a real date of the proleptic Gregorian calendar and a time from 00:00:00 to 23:59:59. Together with a
/// `Zone` it becomes an instant.
public struct LocalTime: Hashable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int
    public let hour: Int
    public let minute: Int
    public let second: Int

    /// Nil where the calendar has no such day or the clock no such time.
    public init?(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0
    ) {
        guard (-9_999...99_999).contains(year), (1...12).contains(month),
            (1...CivilDay.daysInMonth(month, of: year)).contains(day),
            (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// The time that many seconds after 1970-01-01 00:00 on the same wall.
    init(wallSeconds: Int) {
        let (days, seconds) = wallSeconds.flooredDivision(by: 86_400)
        (year, month, day) = CivilDay.date(of: days)
        hour = seconds / 3_600
        minute = seconds / 60 % 60
        second = seconds % 60
    }

    /// Midnight of a day counted from 1970-01-01.
    init(dayCount: Int) { self.init(wallSeconds: dayCount * 86_400) }

    /// Days since 1970-01-01.
    var dayCount: Int { CivilDay.count(year: year, month: month, day: day) }

    /// Seconds since 1970-01-01 00:00 on the same wall.
    var wallSeconds: Int { dayCount * 86_400 + secondOfDay }

    var secondOfDay: Int { hour * 3_600 + minute * 60 + second }

    public var weekday: Weekday { Weekday(day: dayCount) }

    /// Midnight at the beginning of the same day.
    public var startOfDay: LocalTime { LocalTime(dayCount: dayCount) }

    public var daysInMonth: Int { CivilDay.daysInMonth(month, of: year) }
}

extension LocalTime: Comparable {
    public static func < (a: LocalTime, b: LocalTime) -> Bool { a.wallSeconds < b.wallSeconds }
}

extension LocalTime {
    /// The same time of day that many days later.
    public func adding(days: Int) -> LocalTime {
        LocalTime(wallSeconds: wallSeconds + days * 86_400)
    }

    /// So many seconds later on the wall; a change of the clocks in between is not counted.
    public func adding(seconds: Int) -> LocalTime { LocalTime(wallSeconds: wallSeconds + seconds) }

    /// The same day of the month that many months later, or the last day of a shorter month.
    public func adding(months: Int) -> LocalTime {
        let (years, index) = (month - 1 + months).flooredDivision(by: 12)
        let (newYear, newMonth) = (year + years, index + 1)
        let newDay = min(day, CivilDay.daysInMonth(newMonth, of: newYear))
        let count = CivilDay.count(year: newYear, month: newMonth, day: newDay)
        return LocalTime(wallSeconds: count * 86_400 + secondOfDay)
    }

    /// The same day at another time; nil where the clock has no such time.
    public func at(hour: Int, minute: Int = 0, second: Int = 0) -> LocalTime? {
        LocalTime(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    }
}

extension LocalTime {
    /// The Monday of a week as ISO 8601 counts it; nil where the year has no such week.
    init?(isoYear year: Int, week: Int) {
        guard let fourth = LocalTime(year: year, month: 1, day: 4), (1...53).contains(week) else {
            return nil
        }
        self = fourth.adding(days: 1 - fourth.weekday.rawValue + (week - 1) * 7)
        // The week belongs to the year of its Thursday.
        guard adding(days: 3).year == year else { return nil }
    }
}

extension LocalTime: CustomStringConvertible {
    /// `2026-12-01T18:00:00`, for logs and tests; people are shown dates by the texts of their language.
    public var description: String {
        func padded(_ value: Int, _ width: Int = 2) -> String {
            let digits = String(value.magnitude)
            let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
            return (value < 0 ? "-" : "") + zeros + digits
        }
        return "\(padded(year, 4))-\(padded(month))-\(padded(day))"
            + "T\(padded(hour)):\(padded(minute)):\(padded(second))"
    }
}
