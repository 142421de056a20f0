/// The times of one period of a rule: which days of it count, at which times, and which positions of those.
struct PeriodExpansion {
    private let rule: Recurrence
    private let start: LocalTime
    private let startDay: Int
    private let weekday: Weekday
    /// Seconds of the day, in order.
    private let clock: [Int]
    private let isByMonth: Bool
    /// How many days a period has at most.
    let length: Int

    init(_ rule: Recurrence, start: LocalTime) {
        self.rule = rule
        self.start = start
        startDay = start.dayCount
        weekday = start.weekday
        let hours = rule.hours.isEmpty ? [start.hour] : rule.hours
        let minutes = rule.minutes.isEmpty ? [start.minute] : rule.minutes
        let seconds = rule.seconds.isEmpty ? [start.second] : rule.seconds
        var clock: Set<Int> = []
        for hour in hours {
            for minute in minutes {
                for second in seconds { clock.insert(hour * 3_600 + minute * 60 + second) }
            }
        }
        self.clock = clock.sorted()
        isByMonth = rule.frequency == .monthly || !rule.months.isEmpty
        length =
            switch rule.frequency {
            case .daily: 1
            case .weekly: 7
            case .monthly: 31
            case .yearly: 366
            }
    }

    /// The number of the period in which a day lies; negative before the first one.
    func index(of local: LocalTime) -> Int {
        let periods =
            switch rule.frequency {
            case .daily: local.dayCount - startDay
            case .weekly:
                (local.dayCount - firstOfWeek(startDay)).flooredDivision(by: 7).quotient
            case .monthly: (local.year - start.year) * 12 + local.month - start.month
            case .yearly: local.year - start.year
            }
        return periods.flooredDivision(by: rule.interval).quotient
    }

    /// Whether a period begins later than a day, counted from 1970-01-01.
    func begins(_ index: Int, after day: Int) -> Bool {
        period(index).map { $0.lowerBound > day } ?? true
    }

    /// The times of a period in order; nil beyond the year 9999.
    func times(inPeriod index: Int) -> [LocalTime]? {
        guard let days = period(index) else { return nil }
        var times: [LocalTime] = []
        for day in days where counts(day) {
            for seconds in clock { times.append(LocalTime(wallSeconds: day * 86_400 + seconds)) }
        }
        guard !rule.positions.isEmpty else { return times }
        return times.indices.filter { place in
            rule.positions.contains(place + 1) || rule.positions.contains(place - times.count)
        }.map { times[$0] }
    }

    /// The days of a period, counted from 1970-01-01.
    private func period(_ index: Int) -> Range<Int>? {
        let step = index * rule.interval
        guard step < 4_000_000 else { return nil }
        let days: Range<Int>
        switch rule.frequency {
        case .daily: days = startDay + step..<startDay + step + 1
        case .weekly:
            let first = firstOfWeek(startDay) + step * 7
            days = first..<first + 7
        case .monthly:
            let (years, month) = (start.month - 1 + step).flooredDivision(by: 12)
            let first = CivilDay.count(year: start.year + years, month: month + 1, day: 1)
            days = first..<first + CivilDay.daysInMonth(month + 1, of: start.year + years)
        case .yearly:
            let first = CivilDay.count(year: start.year + step, month: 1, day: 1)
            days = first..<CivilDay.count(year: start.year + step + 1, month: 1, day: 1)
        }
        return days.lowerBound < Self.end ? days : nil
    }

    private static let end = CivilDay.count(year: 10_000, month: 1, day: 1)

    private func firstOfWeek(_ day: Int) -> Int {
        day - (Weekday(day: day).rawValue - rule.weekStart.rawValue + 7) % 7
    }

    private func counts(_ day: Int) -> Bool {
        let (year, month, monthDay) = CivilDay.date(of: day)
        if !rule.months.isEmpty, !rule.months.contains(month) { return false }
        let own = Weekday(day: day)
        let length = CivilDay.daysInMonth(month, of: year)
        if !rule.monthDays.isEmpty, !rule.monthDays.contains(monthDay),
            !rule.monthDays.contains(monthDay - length - 1)
        {
            return false
        }
        let firstOfYear = CivilDay.count(year: year, month: 1, day: 1)
        let yearLength = CivilDay.isLeap(year) ? 366 : 365
        let yearDay = day - firstOfYear + 1
        if !rule.yearDays.isEmpty, !rule.yearDays.contains(yearDay),
            !rule.yearDays.contains(yearDay - yearLength - 1)
        {
            return false
        }
        if !rule.weekNumbers.isEmpty, !isInWeek(day, of: year) { return false }
        guard rule.days.isEmpty else {
            let (place, size) = isByMonth ? (monthDay, length) : (yearDay, yearLength)
            return rule.days.contains { wanted in
                guard wanted.weekday == own else { return false }
                guard let ordinal = wanted.ordinal else { return true }
                return ordinal > 0
                    ? (place - 1) / 7 + 1 == ordinal : (size - place) / 7 + 1 == -ordinal
            }
        }
        return isDefault(month: month, monthDay: monthDay, own)
    }

    /// What the rule leaves open comes from the start.
    private func isDefault(month: Int, monthDay: Int, _ own: Weekday) -> Bool {
        switch rule.frequency {
        case .daily: true
        case .weekly: own == weekday
        case .monthly: !rule.monthDays.isEmpty || monthDay == start.day
        case .yearly:
            if !rule.weekNumbers.isEmpty {
                own == weekday
            } else if !rule.monthDays.isEmpty || !rule.yearDays.isEmpty {
                true
            } else {
                monthDay == start.day && (!rule.months.isEmpty || month == start.month)
            }
        }
    }

    /// Whether a day lies in one of the wanted weeks, counted as ISO 8601 does from the rule's first day of a week.
    private func isInWeek(_ day: Int, of year: Int) -> Bool {
        let week = firstOfWeek(day)
        // The week belongs to the year that has four of its days or more.
        let weekYear = CivilDay.date(of: week + 3).year
        let first = firstOfWeek(CivilDay.count(year: weekYear, month: 1, day: 4))
        let next = firstOfWeek(CivilDay.count(year: weekYear + 1, month: 1, day: 4))
        let number = (week - first) / 7 + 1
        let count = (next - first) / 7
        return rule.weekNumbers.contains(number)
            || rule.weekNumbers.contains(number - count - 1)
    }
}
