// Days by name: tomorrow, 1 December, the 15th, the last Friday of October, end of the month.
extension DateGrammar {
    mutating func readNamedDay() -> Bool {
        guard draft.day == nil, draft.shift == nil else { return false }
        if let days = dayOffset {
            position += 1
            draft.day = .offset(days)
            // "tomorrow week"
            if extent == .whole, days >= 0, token?.word == "week" {
                position += 1
                draft.day = .offset(days + 7)
            }
            return true
        }
        if case .feast(let month, let day)? = meaning({
            if case .feast = $0 { $0 } else { nil }
        }) {
            position += 1
            draft.day = .calendar(year: readYear(), month: month, day: day)
            return true
        }
        return attempt { $0.readEdge() } || attempt { $0.readNth() }
            || attempt { $0.readMonthNth() }
            || attempt { $0.readYearMonthDay() } || attempt { $0.readMonthDay() }
            || attempt { $0.readDayMonth() }
    }

    /// "end of the month", "end of next week", "eom", "end of May".
    private mutating func readEdge() -> Bool {
        let isNext = has(.next)
        let isQualified = isNext || has(.this)
        if let unit = meaning(
            ahead: isQualified ? 1 : 0, { if case .endOf(let unit) = $0 { unit } else { nil } })
        {
            position += isQualified ? 2 : 1
            draft.day = .endOf(unit, from: isNext ? 1 : 0)
            return true
        }
        let isEnd = has(.end)
        guard take(.end) || take(.beginning) else { return false }
        while has(.of) || has(.filler) || has(.article) { position += 1 }
        if let month {
            position += 1
            draft.day = .nth(isEnd ? -1 : 1, nil, .named(month, year: yearBehind()))
            return true
        }
        if isEnd, let year = fourDigitYear() {
            draft.day = .calendar(year: year, month: 12, day: 31)
            return true
        }
        var from = has(.next) ? 1 : 0
        _ = take(.next) || take(.this)
        guard let unit, [.day, .week, .month, .year].contains(unit) else { return false }
        position += 1
        if take(.nextBehind) { from = 1 }
        if unit == .day, isEnd, from == 0 {
            draft.clock = .init(hour: 23, minute: 59, grain: .day)
            return true
        }
        draft.day = isEnd ? .endOf(unit, from: from) : .beginningOf(unit, from: from)
        return true
    }

    /// "third tuesday of september 2014", "last day of october", "20 of next month".
    private mutating func readNth() -> Bool {
        let count: Int
        var isMarked = true
        while has(.dayArticle) { position += 1 }
        if take(.last) {
            count = -1
        } else if let ordinal = ordinal() {
            (count, isMarked) = (ordinal.value, ordinal.isMarked)
        } else {
            return false
        }
        var named: Weekday?
        var isDay = false
        if let weekday {
            named = weekday
            position += 1
        } else if unit == .day {
            isDay = true
            position += 1
        }
        guard isMarked || named == nil && !isDay else { return false }
        guard take(.of) || take(.within) || has(.this) else { return false }
        while has(.filler) { position += 1 }
        if isDay, abs(count) == 1, readDayOfUnit(isLast: count < 0) { return true }
        guard let month = readMonth(), named != nil || isDay || month.isFromNow else {
            return false
        }
        if named == nil, !isDay, count < 0 { return false }
        draft.day = .nth(count, named, month)
        return true
    }

    /// The week or year of "the last day of the year".
    private mutating func readDayOfUnit(isLast: Bool) -> Bool {
        attempt { grammar in
            let from = grammar.has(.next) ? 1 : 0
            _ = grammar.take(.next) || grammar.take(.this)
            guard let unit = grammar.unit, unit == .week || unit == .year else { return false }
            grammar.position += 1
            let start = grammar.take(.nextBehind) ? 1 : from
            grammar.draft.day =
                isLast ? .endOf(unit, from: start) : .beginningOf(unit, from: start)
            return true
        }
    }

    /// "दिसंबर का पहला सोमवार", "महीने का आखिरी दिन": the month first.
    private mutating func readMonthNth() -> Bool {
        guard let month = readMonth(), take(.filler) else { return false }
        let count: Int
        if take(.last) {
            count = -1
        } else if let ordinal = ordinal(), ordinal.isMarked {
            count = ordinal.value
        } else {
            return false
        }
        let weekday = weekday
        guard weekday != nil || unit == .day else { return false }
        position += 1
        draft.day = .nth(count, weekday, month)
        return true
    }

    /// October, October 2015, this month, next month.
    private mutating func readMonth() -> DateDraft.Month? {
        if let month {
            position += 1
            return .named(month, year: yearBehind())
        }
        let isNext = has(.next)
        guard take(.next) || take(.this) || unit == .month, unit == .month else { return nil }
        position += 1
        return .fromNow(isNext || take(.nextBehind) ? 1 : 0)
    }

    /// 2018 March 18, 2012/Aug/10.
    private mutating func readYearMonthDay() -> Bool {
        guard let year = fourDigitYear() else { return false }
        skipDateSign()
        guard let month else { return false }
        position += 1
        skipDateSign()
        guard let day = ordinal() else { return false }
        draft.day = .calendar(year: year, month: month, day: day.value)
        return true
    }

    /// December 1st, Dec. 1 2026, august-10-2012.
    private mutating func readMonthDay() -> Bool {
        guard let month else { return false }
        position += 1
        skipDateSign()
        while has(.filler) { position += 1 }
        guard let day = ordinal() ?? spelledDay(), !isTime else {
            return false
        }
        if !day.isMarked, hasClockMark { return false }
        draft.day = .calendar(year: readYear(), month: month, day: day.value)
        return true
    }

    /// 1 Dec 2026, the 1st of March, 14april, 10-August-2012, the 15th.
    private mutating func readDayMonth() -> Bool {
        // "el 15", "jeudi 15": in these languages a bare number there is a day.
        // "esse dia 20"
        if has(.this), has(.dayArticle, ahead: 1) { position += 1 }
        let isDay =
            take(.dayArticle) || vocabulary.hourMarkIsClock && draft.weekday != nil && startsPart
        guard let day = ordinal() ?? spelledDay() else { return false }
        if take(.dayMark) {
            draft.day = .dayOfMonth(day.value, months: nil)
            return (1...31).contains(day.value)
        }
        let afterDay = position
        _ = take(.of)
        skipDateSign()
        if let month {
            position += 1
            draft.day = .calendar(year: readYear(), month: month, day: day.value)
            return true
        }
        position = afterDay
        // "15th" alone, but not "second", which begins many a text.
        guard day.isMarked && day.isInDigits || isDay && !isTime && !hasClockMark && unit == nil,
            (1...31).contains(day.value)
        else { return false }
        draft.day = .dayOfMonth(day.value, months: nil)
        return true
    }

    /// `cinco`, and `um` where a month follows.
    private mutating func spelledDay() -> (value: Int, isMarked: Bool, isInDigits: Bool)? {
        guard token?.number == nil else { return nil }
        return number(articles: has(.of, ahead: 1)).map { ($0, false, false) }
    }

    /// Whether the token stands behind a weekday and nothing else.
    private var startsPart: Bool {
        position > 0
            && (tokens[position - 1].isSign(",")
                || tokens[position - 1].lexemes.contains {
                    if case .weekday = $0 { true } else { false }
                })
    }

    /// Whether the number just read is the hour of a time.
    private var isTime: Bool { token?.isSign(":") == true && token?.followsSpace == false }

    private var hasClockMark: Bool { has(.am) || has(.pm) || has(.hourMark) }

    private mutating func skipDateSign() {
        guard let token else { return }
        for sign: Unicode.Scalar in ["-", "/", ".", ","] where token.isSign(sign) {
            position += 1
            return
        }
    }

    /// The year of "agosto de 2027" and "August 2027".
    mutating func yearBehind() -> Int? {
        let save = position
        _ = take(.of)
        if let year = fourDigitYear() { return year }
        position = save
        return nil
    }

    /// The year that may follow: of four digits, or of two at the end of a text that is a date and nothing else.
    private mutating func readYear() -> Int? {
        let save = position
        skipDateSign()
        if let year = yearBehind() {
            // "2013 year"
            if unit == .year, extent == .whole { position += 1 }
            return year
        }
        if extent == .whole, let number = token?.number, number.digits == 2,
            position + 1 == tokens.count
        {
            position += 1
            return 2_000 + number.value
        }
        position = save
        return nil
    }
}

extension DateDraft.Month {
    var isFromNow: Bool { if case .fromNow = self { true } else { false } }
}
