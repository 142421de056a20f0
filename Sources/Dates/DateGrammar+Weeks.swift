// Weekdays, and weeks, months and years as a whole.
extension DateGrammar {
    mutating func readWeekday() -> Bool {
        guard draft.weekday == nil, draft.repeats == nil,
            draft.shift == nil || draft.shift?.isAnchored == true
        else {
            return false
        }
        return attempt { $0.readCountedWeekday() } || attempt { $0.readPlainWeekday() }
    }

    /// "3 fridays from now".
    private mutating func readCountedWeekday() -> Bool {
        guard let count = number(), (1...60).contains(count), let weekday else { return false }
        position += 1
        guard take(.later) else { return false }
        draft.weekday = (weekday, .next(weeksLater: count - 1))
        return true
    }

    private mutating func readPlainWeekday() -> Bool {
        // "la próxima semana el martes"
        if case .period(.week, _) = draft.day { _ = take(.dayArticle) }
        var choice = DateDraft.WeekdayChoice.next(weeksLater: 0)
        var isQualified = true
        if take(.this) {
            // "this coming Sunday"
            choice = take(.coming) ? choice : .week(0)
        } else if take(.next) {
            choice = .week(1)
        } else if take(.last) {
            choice = .last
        } else {
            isQualified = take(.coming)
        }
        guard let weekday else { return false }
        let isWeak = has(.weak) && !isQualified && draft.isEmpty
        position += 1
        if !isQualified {
            if take(.nextBehind) {
                choice = .week(1)
            } else if vocabulary.hourMarkIsClock, !startsUnit(ahead: 1), take(.last) {
                // "el viernes pasado", "vendredi dernier"
                choice = .last
            } else if isAfterNext {
                position += 2
                choice = .next(weeksLater: 1)
            } else if let weeks = weeksBehind() {
                choice = .fromToday(weeksLater: weeks)
            } else if case .period(.week, let from) = draft.day {
                draft.day = nil
                choice = .week(from)
            } else if let from = weekAfterWeekday() {
                choice = from
            }
        }
        draft.weekday = (weekday, choice)
        draft.isWeak = isWeak
        return true
    }

    /// Whether "last" in front of it belongs to a unit: "domingo, último día".
    private func startsUnit(ahead count: Int) -> Bool {
        meaning(ahead: count) { if case .unit(let unit) = $0 { unit } else { nil } } != nil
    }

    /// "(Wednesday) after next"
    private var isAfterNext: Bool {
        guard has(.after), has(.next, ahead: 1) else { return false }
        return token(ahead: 2)?.lexemes.contains {
            switch $0 {
            case .weekday, .unit, .month: true
            default: false
            }
        } != true
    }

    /// "(lundi) en huit", "(lundi) en quinze": a week or two counted as people do, with both ends.
    private mutating func weeksBehind() -> Int? {
        guard vocabulary.hourMarkIsClock, has(.within) else { return nil }
        let save = position
        position += 1
        if let days = number(), days == 8 || days == 15, unit == nil, !has(.hourMark) {
            return days / 7
        }
        position = save
        return nil
    }

    /// "(Wednesday) of next week", "(Tuesday), next week", "(Friday) week".
    private mutating func weekAfterWeekday() -> DateDraft.WeekdayChoice? {
        let save = position
        while has(.of) || has(.filler) || has(.on) || token?.isSign(",") == true { position += 1 }
        let weeks = has(.next) ? 1 : has(.last) ? -1 : 0
        if take(.next) || take(.this) || take(.last), unit == .week {
            position += 1
            return .week(weeks)
        }
        if unit == .week, has(.nextBehind, ahead: 1) {
            position += 2
            return .week(1)
        }
        position = save
        if unit == .week, token?.word == "week" {
            position += 1
            return .next(weeksLater: 1)
        }
        return nil
    }

    /// The 15th of "अगले महीने की 15 तारीख", "next month on the 15th", "le mois prochain, le 15".
    private mutating func readDayOfPeriod(_ months: Int) -> Bool {
        while has(.filler) || has(.on) || token?.isSign(",") == true { position += 1 }
        var isDay = false
        while take(.dayArticle) { isDay = true }
        guard let day = ordinal(), (1...31).contains(day.value),
            take(.dayMark) || day.isMarked && day.isInDigits || isDay && !startsClock
        else { return false }
        draft.day = .dayOfMonth(day.value, months: months)
        return true
    }

    private var startsClock: Bool {
        has(.hourMark) || hasMeridiem || token?.isSign(":") == true || unit != nil
    }

    /// "this weekend", "le week-end prochain".
    private mutating func readWeekend() -> Bool {
        let from = has(.next) ? 1 : 0
        guard take(.next) || take(.this) || extent == .whole, take(.weekendDays) else {
            return false
        }
        draft.day = .weekend(from: take(.nextBehind) ? 1 : from)
        return true
    }

    /// "next week", "this month", "in January", "January 2027": the person is asked for the day.
    mutating func readPeriod() -> Bool {
        guard draft.day == nil, draft.weekday == nil, draft.shift == nil else { return false }
        return attempt { $0.readWeekend() }
            || attempt { grammar in
                let isNext = grammar.has(.next)
                if grammar.take(.next) || grammar.take(.this) {
                    guard let unit = grammar.unit, [.week, .month, .year].contains(unit) else {
                        return false
                    }
                    grammar.position += 1
                    grammar.draft.day = .period(unit, from: isNext ? 1 : 0)
                    if unit == .month { _ = grammar.attempt { $0.readDayOfPeriod(isNext ? 1 : 0) } }
                    return true
                }
                if let unit = grammar.unit, [.week, .month, .year].contains(unit),
                    grammar.has(.nextBehind, ahead: 1)
                {
                    grammar.position += 2
                    grammar.draft.day = .period(unit, from: 1)
                    if unit == .month { _ = grammar.attempt { $0.readDayOfPeriod(1) } }
                    return true
                }
                let isIntroduced = grammar.take(.within)
                guard let month = grammar.month else { return false }
                grammar.position += 1
                let year = grammar.yearBehind()
                // "march to the shop" is no date.
                guard isIntroduced || year != nil || grammar.extent == .whole else { return false }
                grammar.draft.day = .month(.named(month, year: year))
                return true
            }
    }
}
