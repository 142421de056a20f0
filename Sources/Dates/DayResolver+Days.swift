import FoundationEssentials

// Which day a draft's words mean.
extension DayResolver {
    func answer(_ day: DateDraft.Day) -> DateAnswer {
        switch day {
        case .offset(let days):
            return dated(today.adding(days: days))
        case .calendar(let year, let month, let day):
            return answer(year, month, day)
        case .slashes(let a, let b, let year):
            return answer(slashes: a, b, year)
        case .dayOfMonth(let day, let months):
            return answer(dayOfMonth: day, months)
        case .nth(let count, let weekday, let month):
            return answer(nth: count, weekday, month)
        case .endOf(let unit, let from):
            return dated(lastDay(of: unit, from: from))
        case .beginningOf(let unit, let from):
            return dated(firstDay(of: unit, from: from))
        case .period(let unit, let from):
            return whichDay(firstDay(of: unit, from: from), lastDay(of: unit, from: from))
        case .weekend(let from):
            let sunday = lastDay(of: .week, from: from)
            return whichDay(sunday.adding(days: -1), sunday)
        case .isoWeek(let year, let number):
            guard let monday = LocalTime(isoYear: year, week: number) else {
                return .none(.impossible)
            }
            return whichDay(monday, monday.adding(days: 6))
        case .month(.named(let month, let year)):
            let year = year ?? (month < now.month ? now.year + 1 : now.year)
            guard let first = LocalTime(year: year, month: month, day: 1) else {
                return .none(.impossible)
            }
            return whichDay(first, first.adding(days: first.daysInMonth - 1))
        case .month(.fromNow(let months)):
            return whichDay(
                firstDay(of: .month, from: months), lastDay(of: .month, from: months))
        }
    }

    /// R8: a day and month without a year is the next one, today included.
    private func answer(_ year: Int?, _ month: Int, _ day: Int) -> DateAnswer {
        if let year {
            guard let local = LocalTime(year: year, month: month, day: day) else {
                return .none(.impossible)
            }
            return dated(local)
        }
        // 29 February may be eight years away.
        let candidates = (0...8).compactMap {
            LocalTime(year: now.year + $0, month: month, day: day)
        }
        return nextOne(of: candidates)
    }

    /// The first of some days that is not over.
    private func nextOne(of days: [LocalTime]) -> DateAnswer {
        for day in days where day >= today {
            let answer = dated(day)
            if case .none(.past) = answer { continue }
            if case .moment(let moment) = answer, moment.date < context.now { continue }
            return answer
        }
        return .none(.impossible)
    }

    /// R4: the order follows the language, an impossible reading flips, an unknown order is asked.
    private func answer(slashes a: Int, _ b: Int, _ year: Int?) -> DateAnswer {
        let dayFirst = answer(year, b, a)
        let monthFirst = answer(year, a, b)
        if a == b || monthFirst == .none(.impossible) { return dayFirst }
        if dayFirst == .none(.impossible) { return monthFirst }
        if let isMonthFirst = context.isMonthFirst(zones) {
            return isMonthFirst ? monthFirst : dayFirst
        }
        switch (dayFirst, monthFirst) {
        case (.moment(let first), .moment(let second)): return .ask(.dayOrMonth(first, second))
        case (.moment, _): return dayFirst
        default: return monthFirst
        }
    }

    private func answer(dayOfMonth day: Int, _ months: Int?) -> DateAnswer {
        let first = firstDay(of: .month, from: months ?? 0)
        let candidates = (0...(months == nil ? 12 : 0)).compactMap { ahead in
            let month = first.adding(months: ahead)
            return LocalTime(year: month.year, month: month.month, day: day)
        }
        if let months, months <= 0 {
            return candidates.first.map(dated) ?? .none(.impossible)
        }
        return nextOne(of: candidates)
    }

    private func answer(nth count: Int, _ weekday: Weekday?, _ month: DateDraft.Month) -> DateAnswer
    {
        switch month {
        case .fromNow(let months):
            return day(count, weekday, in: firstDay(of: .month, from: months)).map(dated)
                ?? .none(.impossible)
        case .named(let month, let year):
            let years = year.map { $0...$0 } ?? now.year...now.year + 1
            let days = years.compactMap { year in
                LocalTime(year: year, month: month, day: 1).flatMap { day(count, weekday, in: $0) }
            }
            if year != nil { return days.first.map(dated) ?? .none(.impossible) }
            return nextOne(of: days)
        }
    }

    /// The nth weekday, or the nth day, of the month that begins at `first`; -1 is the last.
    private func day(_ count: Int, _ weekday: Weekday?, in first: LocalTime) -> LocalTime? {
        let length = first.daysInMonth
        guard let weekday else {
            let day = count < 0 ? length + 1 + count : count
            return (1...length).contains(day) ? first.adding(days: day - 1) : nil
        }
        if count < 0 {
            let last = first.adding(days: length - 1)
            return last.adding(days: -((last.weekday.rawValue - weekday.rawValue + 7) % 7))
        }
        let ahead = (weekday.rawValue - first.weekday.rawValue + 7) % 7 + (count - 1) * 7
        return count >= 1 && ahead < length ? first.adding(days: ahead) : nil
    }

    private func whichDay(_ first: LocalTime, _ last: LocalTime) -> DateAnswer {
        let candidates = [max(first, today), last].map(dated)
        guard case .moment(let first) = candidates[0], case .moment(let last) = candidates[1] else {
            return candidates[1]
        }
        return first == last ? .moment(first) : .ask(.whichDay(first: first, last: last))
    }

    func firstDay(of unit: DateUnit, from count: Int) -> LocalTime {
        switch unit {
        case .week, .fortnight:
            today.adding(days: 1 - today.weekday.rawValue + count * 7)
        case .month:
            today.adding(days: 1 - today.day).adding(months: count)
        case .year, .decade:
            today.adding(days: 1 - today.day).adding(months: 1 - today.month + count * 12)
        case .second, .minute, .hour, .day:
            today.adding(days: count)
        }
    }

    func lastDay(of unit: DateUnit, from count: Int) -> LocalTime {
        unit == .day
            ? firstDay(of: .day, from: count)
            : firstDay(of: unit, from: count + 1).adding(days: -1)
    }
}

extension DateContext {
    /// Whether 3/4 is the fourth of March; nil where neither the language nor the country says.
    ///
    /// English alone says nothing: half of its writers put the day first.
    fileprivate func isMonthFirst(_ zones: ZoneDatabase) -> Bool? {
        let parts = language.lowercased().split { $0 == "-" || $0 == "_" }
        if let region = parts.dropFirst().last { return parts[0] == "en" && region == "us" }
        if let base = parts.first, base != "en" { return false }
        let place = country?.uppercased() ?? zones.country(of: zone)
        return place.map { $0 == "US" }
    }
}
