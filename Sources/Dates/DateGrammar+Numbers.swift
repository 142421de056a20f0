// Dates in digits: 2026-12-01, 31/12/2026, 31.12.2026, 12/1, and their ISO and RFC 3339 times.
extension DateGrammar {
    mutating func readNumericDate() -> Bool {
        guard draft.day == nil, draft.shift == nil else { return false }
        return attempt { grammar in
            _ = grammar.take(.dayArticle)
            guard let first = grammar.token?.number else { return false }
            grammar.position += 1
            if first.digits == 8 { return grammar.readBasicDate(first.value) }
            guard first.digits <= 4, let sign = grammar.dateSign() else { return false }
            // "26. 10.21"
            guard let second = grammar.token?.number,
                grammar.token?.followsSpace == false
                    || sign == "." && grammar.token(ahead: 1)?.isSign(".") == true
                        && grammar.extent == .whole,
                second.digits <= 2
            else { return false }
            grammar.position += 1
            if first.digits == 4 {
                return grammar.readYearFirst(first.value, second.value, sign: sign)
            }
            return first.digits <= 2
                && grammar.readYearLast(first.value, second.value, sign: sign)
        } || attempt { $0.readISOWeek() } || attempt { $0.readSpacedDate() }
    }

    /// 2026-W49-2, 2026W492, 2026-W49.
    private mutating func readISOWeek() -> Bool {
        guard let year = token?.number, year.digits == 4 else { return false }
        position += 1
        _ = take(sign: "-", spaced: false)
        guard token?.word == "w", token?.followsSpace == false, let week = token(ahead: 1)?.number,
            token(ahead: 1)?.followsSpace == false
        else { return false }
        position += 2
        var (number, weekday) = (week.value, 0)
        if week.digits == 3 {
            (number, weekday) = (week.value / 10, week.value % 10)
        } else if token?.isSign("-") == true, let day = token(ahead: 1)?.number, day.digits == 1 {
            position += 2
            weekday = day.value
        }
        guard week.digits == 2 || week.digits == 3,
            let monday = LocalTime(isoYear: year.value, week: number), (0...7).contains(weekday),
            week.digits == 2 || weekday > 0
        else { return false }
        let day = monday.adding(days: weekday - 1)
        draft.day =
            weekday == 0
            ? .isoWeek(year: year.value, number: number)
            : .calendar(year: day.year, month: day.month, day: day.day)
        return true
    }

    /// 24 12 2014, and where people write so 24 12 14 and 31 10.
    private mutating func readSpacedDate() -> Bool {
        let isDay = take(.dayArticle)
        guard extent == .whole || isDay, let a = token?.number, a.digits <= 2,
            let b = token(ahead: 1)?.number, b.digits <= 2, token(ahead: 1)?.followsSpace == true,
            (1...31).contains(a.value), (1...31).contains(b.value)
        else { return false }
        let isCommon = vocabulary.hourMarkIsClock
        position += 2
        if let year = token?.number, token?.followsSpace == true,
            year.digits == 4 || year.digits == 2 && isCommon
        {
            position += 1
            draft.day = .slashes(
                a.value, b.value, year: year.digits == 2 ? 2_000 + year.value : year.value)
        } else {
            // "12 10" is more often a time.
            guard isCommon, a.value > 12, b.value <= 12 else { return false }
            draft.day = .slashes(a.value, b.value, year: nil)
        }
        return unit == nil && !has(.hourMark) && !hasMeridiem && token?.isSign(":") != true
    }

    /// One of the signs between the numbers of a date, without a space before it.
    private mutating func dateSign() -> Unicode.Scalar? {
        for sign: Unicode.Scalar in ["-", "/", "."] where take(sign: sign, spaced: false) {
            return sign
        }
        return nil
    }

    /// 20261201, and what may follow as 20261201T180000Z.
    private mutating func readBasicDate(_ value: Int) -> Bool {
        guard (1_900_01_01...9999_12_31).contains(value) else { return false }
        draft.day = .calendar(year: value / 10_000, month: value / 100 % 100, day: value % 100)
        guard token?.word == "t", token?.followsSpace == false else { return true }
        position += 1
        guard let time = token?.number, time.digits == 6 || time.digits == 4 else { return false }
        position += 1
        let seconds = time.digits == 6 ? time.value : time.value * 100
        draft.clock = .init(
            hour: seconds / 10_000, minute: seconds / 100 % 100, second: seconds % 100,
            grain: .second)
        return draft.clock?.isValid == true && readOffsetAfterTime()
    }

    private mutating func readYearFirst(_ year: Int, _ month: Int, sign: Unicode.Scalar) -> Bool {
        guard take(sign: sign, spaced: false), let day = token?.number, day.digits <= 2,
            token?.followsSpace == false
        else { return false }
        position += 1
        draft.day = .calendar(year: year, month: month, day: day.value)
        guard token?.word == "t", token?.followsSpace == false else { return true }
        position += 1
        guard readColonTime(inISODate: true) else { return false }
        return readOffsetAfterTime()
    }

    private mutating func readYearLast(_ a: Int, _ b: Int, sign: Unicode.Scalar) -> Bool {
        var year: Int?
        if token?.isSign(sign) == true, token?.followsSpace == false,
            let third = token(ahead: 1)?.number, token(ahead: 1)?.followsSpace == false,
            third.digits == 2 || third.digits == 4
        {
            year = third.digits == 2 ? 2_000 + third.value : third.value
            position += 2
        }
        guard year != nil || isShortDate(a, b, sign: sign) else { return false }
        guard (1...31).contains(a), (1...31).contains(b) else { return false }
        // Points are never written month first.
        draft.day =
            sign == "." ? .calendar(year: year, month: b, day: a) : .slashes(a, b, year: year)
        return true
    }

    /// Whether two numbers alone are a date and not a fraction, a range or a decimal.
    private func isShortDate(_ a: Int, _ b: Int, sign: Unicode.Scalar) -> Bool {
        switch sign {
        case "/": unit == nil && token?.isSign("/") != true
        case "-": extent == .whole && token?.isSign("-") != true && token?.isSign(":") != true
        default: false
        }
    }

    /// The `Z` or the distance from UTC that a time may carry.
    mutating func readOffsetAfterTime() -> Bool {
        guard let token, !token.followsSpace else { return true }
        if token.word == "z" {
            position += 1
            draft.zone = .zone(.utc)
            return true
        }
        if token.isSign("+") || token.isSign("-") { return readOffset() }
        return true
    }

    /// `+05:30`, `-0300`, `+5`.
    mutating func readOffset() -> Bool {
        guard let sign = token, sign.isSign("+") || sign.isSign("-"),
            let hours = token(ahead: 1)?.number, token(ahead: 1)?.followsSpace == false,
            hours.digits == 1 || hours.digits == 2 || hours.digits == 4
        else { return false }
        var minutes =
            hours.digits == 4 ? hours.value / 100 * 60 + hours.value % 100 : hours.value * 60
        var taken = 2
        if hours.digits <= 2, token(ahead: 2)?.isSign(":") == true,
            let more = token(ahead: 3)?.number, more.digits == 2
        {
            minutes += more.value
            taken = 4
        }
        guard hours.digits != 4 || hours.value % 100 < 60,
            let zone = Zone(secondsEast: (sign.isSign("-") ? -1 : 1) * minutes * 60)
        else { return false }
        position += taken
        draft.zone = .zone(zone)
        return true
    }
}
