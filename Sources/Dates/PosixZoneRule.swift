/// The rule at the foot of a TZif file, such as `EST5EDT,M3.2.0,M11.1.0`: what holds after its last listed change.
struct PosixZoneRule: Hashable, Sendable {
    let standard: ZonePeriod
    let daylight: Daylight?

    struct Daylight: Hashable, Sendable {
        let period: ZonePeriod
        let start: YearlyDay
        let end: YearlyDay
    }

    init(standard: ZonePeriod, daylight: Daylight?) {
        self.standard = standard
        self.daylight = daylight
    }

    func period(at instant: Int) -> ZonePeriod {
        guard let daylight else { return standard }
        let change = changes(around: instant).last { $0.at <= instant }
        return change?.period ?? daylight.period
    }

    /// The changes of the clock in the year of an instant, the year before and the year after, in order.
    func changes(around instant: Int) -> [ZoneChange] {
        guard let daylight else { return [] }
        let day = (instant + standard.offset).flooredDivision(by: 86_400).quotient
        let year = CivilDay.date(of: day).year
        var changes: [ZoneChange] = []
        for year in year - 1...year + 1 {
            let end = daylight.end.wallSeconds(in: year) - daylight.period.offset
            let start = daylight.start.wallSeconds(in: year) - standard.offset
            changes.append(ZoneChange(at: end, period: standard))
            changes.append(ZoneChange(at: start, period: daylight.period))
        }
        // Where daylight time holds all year, one year's end and the next one's start are the same instant, and the
        // start wins because it comes second.
        return changes.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }
}

/// A day that a POSIX rule names, with the seconds from its midnight (which may be negative or beyond the day).
struct YearlyDay: Hashable, Sendable {
    let day: Day
    let time: Int

    enum Day: Hashable, Sendable {
        /// `M3.2.0`: month, week of the month (5 is the last), weekday (0 is Sunday).
        case weekday(month: Int, week: Int, weekday: Int)
        /// `J60`: 1...365, 29 February is never counted.
        case withoutLeapDay(Int)
        /// `59`: 0...365, 29 February is counted.
        case withLeapDay(Int)
    }

    func wallSeconds(in year: Int) -> Int { dayCount(in: year) * 86_400 + time }

    private func dayCount(in year: Int) -> Int {
        let newYear = CivilDay.count(year: year, month: 1, day: 1)
        switch day {
        case .withLeapDay(let index):
            return newYear + index
        case .withoutLeapDay(let number):
            return newYear + number - 1 + (number >= 60 && CivilDay.isLeap(year) ? 1 : 0)
        case .weekday(let month, let week, let weekday):
            let first = CivilDay.count(year: year, month: month, day: 1)
            let firstWeekday = Weekday(day: first).rawValue % 7
            let wanted = first + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
            let end = first + CivilDay.daysInMonth(month, of: year)
            return wanted >= end ? wanted - 7 : wanted
        }
    }
}
