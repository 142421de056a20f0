// What repeats: "every Monday", "every other week", "weekly on Friday", "el primer lunes de cada mes".
extension DateGrammar {
    mutating func readRepetition() -> Bool {
        if draft.repeats != nil { return attempt { $0.readLimit() } || attempt { $0.readDetail() } }
        guard draft.day == nil, draft.shift == nil, draft.weekday == nil else { return false }
        return attempt { $0.readAdverb() } || attempt { $0.readEvery() }
            || attempt { $0.readPlurals() } || attempt { $0.readNthOfEvery() }
    }

    /// "weekly on Friday", "daily".
    private mutating func readAdverb() -> Bool {
        // A title may end in "weekly"; "every Monday" at its end is meant.
        guard extent != .suffix || position + 1 < tokens.count,
            case .everyUnit(let unit, let count)? = meaning({
                if case .everyUnit = $0 { $0 } else { nil }
            }), let rule = Recurrence(every: count, unit)
        else { return false }
        position += 1
        draft.repeats = .init(rule: rule)
        return true
    }

    private mutating func readEvery() -> Bool {
        guard has(.every), extent != .suffix || position + 1 < tokens.count else { return false }
        // "cada dos" is one word.
        let isEveryOther = has(.other)
        position += 1
        // "cada uno de los", "toda a"
        while has(.filler) || has(.dayArticle) && unit != .day || has(.of) { position += 1 }
        draft.repeats = .init()
        let start = position
        var count = isEveryOther ? 2 : 1
        if let named = number(), (1...1_000).contains(named) {
            count = named
        } else if has(.other)
            || meaning({ $0 == .ordinal(2) ? true : nil }) != nil && weekday == nil
        {
            position += 1
            count = 2
        }
        if has(.dayArticle), startsNumber(ahead: 1) {
            // "todo dia 15"
            readDayOfEvery()
        } else if let days = weekdays() {
            draft.repeats?.rule = Recurrence(.weekly, interval: count, days: days)
            draft.repeats?.isComplete = true
        } else if let unit, let rule = Recurrence(every: count, unit) {
            position += 1
            draft.repeats?.rule = rule
        } else {
            position = start
            readDayOfEvery()
        }
        return true
    }

    /// "every morning", "every 3 May", "every 15th", "every last Friday of the month".
    private mutating func readDayOfEvery() {
        if dayPart != nil {
            draft.repeats?.rule = Recurrence(.daily)
            return
        }
        var reader = self
        reader.draft = DateDraft()
        guard reader.readNamedDay() else { return }
        switch reader.draft.day {
        case .calendar(nil, let month, let day):
            draft.repeats?.rule = Recurrence(.yearly)
            draft.repeats?.rule?.months = [month]
            draft.repeats?.rule?.monthDays = [day]
        case .dayOfMonth(let day, nil):
            draft.repeats?.rule = Recurrence(.monthly)
            draft.repeats?.rule?.monthDays = [day]
        case .nth(let count, let weekday, .fromNow(0)):
            draft.repeats?.rule = Recurrence(nth: count, weekday)
        default: return
        }
        draft.repeats?.isComplete = true
        position = reader.position
    }

    /// "Mondays and Wednesdays", "los lunes", "weekdays".
    private mutating func readPlurals() -> Bool {
        guard has(.plural) || has(.workdays) && extent == .whole, let days = weekdays() else {
            return false
        }
        // "fridays from now" belongs to a count.
        guard !has(.later), !has(.ago) else { return false }
        draft.repeats = .init(rule: Recurrence(.weekly, days: days), isComplete: true)
        return true
    }

    /// "the first Monday of every month", "le 15 de chaque mois".
    private mutating func readNthOfEvery() -> Bool {
        while has(.dayArticle) || has(.filler) { position += 1 }
        let count: Int
        if take(.last) {
            count = -1
        } else if let ordinal = ordinal() {
            count = ordinal.value
        } else {
            return false
        }
        var named: Weekday?
        if let weekday {
            named = weekday
            position += 1
        } else if unit == .day || has(.dayMark) {
            position += 1
        }
        while has(.of) || has(.on) || has(.filler) { position += 1 }
        guard take(.every), unit == .month, named == nil ? abs(count) <= 31 : abs(count) <= 5
        else { return false }
        position += 1
        draft.repeats = .init(rule: Recurrence(nth: count, named), isComplete: true)
        return true
    }

    /// The day in "weekly on Monday", "every month on the 15th", "every year on 3 May".
    private mutating func readDetail() -> Bool {
        guard var rule = draft.repeats?.rule, draft.repeats?.isComplete == false else {
            return false
        }
        while has(.on) || has(.filler) { position += 1 }
        switch rule.frequency {
        case .daily: return false
        case .weekly:
            guard let days = weekdays() else { return false }
            rule.days = days
        case .monthly, .yearly:
            var reader = self
            reader.draft = DateDraft()
            if rule.frequency == .monthly, reader.has(.last) || reader.has(.article) {
                _ = reader.take(.article)
            }
            if rule.frequency == .monthly, let nth = reader.nthWeekday() {
                rule.days = [nth]
            } else {
                guard reader.readNamedDay() else { return false }
                switch (rule.frequency, reader.draft.day) {
                case (.monthly, .dayOfMonth(let day, nil)): rule.monthDays = [day]
                case (.yearly, .calendar(nil, let month, let day)):
                    (rule.months, rule.monthDays) = ([month], [day])
                default: return false
                }
            }
            position = reader.position
        }
        draft.repeats?.rule = rule
        draft.repeats?.isComplete = true
        return true
    }

    private mutating func nthWeekday() -> Recurrence.Day? {
        let save = position
        let count = take(.last) ? -1 : ordinal()?.value
        if let count, abs(count) <= 5, let weekday {
            position += 1
            return .init(weekday, ordinal: count)
        }
        position = save
        return nil
    }

    /// "until 20 December", "starting on Monday", "10 times".
    private mutating func readLimit() -> Bool {
        if draft.repeats?.rule?.end == .never {
            let save = position
            while has(.filler) { position += 1 }
            if let count = number(), (1...1_000).contains(count), take(.times) {
                draft.repeats?.rule?.end = .after(count: count)
                return true
            }
            position = save
        }
        let isEnd = has(.upTo)
        guard take(.upTo) || take(.starting) else { return false }
        while has(.filler) || has(.on) || has(.dayArticle) && !startsNumber(ahead: 1) {
            position += 1
        }
        var reader = self
        reader.draft = DateDraft()
        guard reader.readNumericDate() || reader.readNamedDay(), let day = reader.draft.day else {
            return false
        }
        if isEnd { draft.repeats?.until = day } else { draft.repeats?.from = day }
        position = reader.position
        return true
    }

    /// "Monday, Wednesday and Friday", "weekday".
    private mutating func weekdays() -> [Recurrence.Day]? {
        if take(.workdays) {
            return Weekday.allCases.prefix(5).map { .init($0) }
        }
        if take(.weekendDays) { return [.init(.saturday), .init(.sunday)] }
        guard let first = weekday else { return nil }
        position += 1
        var days = [Recurrence.Day(first)]
        while days.count < 7 {
            let save = position
            while token?.isSign(",") == true || token?.isSign("/") == true || has(.and)
                || has(.every) || has(.dayArticle) && !startsNumber(ahead: 1)
            {
                position += 1
            }
            guard position > save, let next = weekday else {
                position = save
                break
            }
            position += 1
            if !days.contains(.init(next)) { days.append(.init(next)) }
        }
        return days.sorted { $0.weekday.rawValue < $1.weekday.rawValue }
    }
}

extension Recurrence {
    /// Every so many units; nil for units within a day.
    init?(every count: Int, _ unit: DateUnit) {
        switch unit {
        case .second, .minute, .hour: return nil
        case .day: self.init(.daily, interval: count)
        case .week: self.init(.weekly, interval: count)
        case .fortnight: self.init(.weekly, interval: 2 * count)
        case .month: self.init(.monthly, interval: count)
        case .year: self.init(.yearly, interval: count)
        case .decade: self.init(.yearly, interval: 10 * count)
        }
    }

    /// The nth weekday or day of every month.
    fileprivate init(nth count: Int, _ weekday: Weekday?) {
        self.init(.monthly)
        if let weekday { days = [.init(weekday, ordinal: count)] } else { monthDays = [count] }
    }
}
