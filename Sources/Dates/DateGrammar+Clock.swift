// Times of day: 17:00, 5pm, 17h30, noon, half past six, "at 5", and the parts of a day.
extension DateGrammar {
    mutating func readClock(afterAt isTime: Bool) -> Bool {
        guard draft.clock == nil, draft.shift?.seconds ?? 0 == 0 else { return false }
        if let hour = meaning({ if case .clock(let hour) = $0 { hour } else { nil } }) {
            position += 1
            draft.clock = .init(hour: hour)
            return true
        }
        if take(.endOfDay) {
            draft.clock = .init(hour: 23, minute: 59, grain: .day)
            return true
        }
        return attempt { $0.readSpokenTime() } || attempt { $0.readColonTime() }
            || attempt { $0.readDottedTime(afterAt: isTime) }
            || attempt { $0.readHour(afterAt: isTime) }
    }

    /// "half past six", "quarter to 5", "20 past 4", "half six".
    private mutating func readSpokenTime() -> Bool {
        _ = has(.article) && has(.quarter, ahead: 1) && take(.article)
        let minutes: Int
        let isHalf = has(.half)
        if take(.half) {
            minutes = 30
        } else if take(.quarter) {
            minutes = 15
        } else if let number = number(), (1...59).contains(number) {
            minutes = number
            if unit == .minute { position += 1 }
        } else {
            return false
        }
        let isTo: Bool
        if take(.past) {
            isTo = false
        } else if take(.to) {
            isTo = true
        } else if isHalf {
            isTo = false
        } else {
            return false
        }
        guard let hour = number(), (1...23).contains(hour) else { return false }
        let total = hour * 60 + (isTo ? -minutes : minutes)
        _ = take(.hourMark)
        draft.clock = .init(
            hour: total / 60, minute: total % 60, grain: .minute, isTwelveHour: hour <= 12)
        return readMeridiem(required: false)
    }

    /// 17:00, 5:30 pm, 11:02:21.
    mutating func readColonTime(inISODate isISO: Bool = false) -> Bool {
        guard let hour = token?.number, hour.digits <= 2, token(ahead: 1)?.isSign(":") == true,
            let minute = token(ahead: 2)?.number, minute.digits == 2,
            token(ahead: 2)?.followsSpace == false
        else { return false }
        position += 3
        var clock = DateDraft.Clock(hour: hour.value, minute: minute.value, grain: .minute)
        if token?.isSign(":") == true, let second = token(ahead: 1)?.number, second.digits == 2 {
            position += 2
            clock.second = second.value
            clock.grain = .second
            // A fraction of a second says nothing that matters here.
            if token?.isSign(".") == true, token(ahead: 1)?.number != nil,
                token(ahead: 1)?.followsSpace == false
            {
                position += 2
            }
        }
        clock.isTwelveHour = hour.value <= 12
        draft.clock = clock
        guard readMeridiem(required: false) else { return false }
        // A range of times is no moment; only a full ISO time has a zone behind a minus.
        guard let sign = token, sign.isSign("-") else { return true }
        return isISO || clock.grain == .second && readOffsetAfterTime() || sign.followsSpace
    }

    /// 12.16 pm, at 17.30.
    private mutating func readDottedTime(afterAt isTime: Bool) -> Bool {
        guard let hour = token?.number, hour.digits <= 2,
            take(signAhead: "."), let minute = token(ahead: 2)?.number, minute.digits == 2,
            token(ahead: 2)?.followsSpace == false
        else { return false }
        position += 3
        draft.clock = .init(
            hour: hour.value, minute: minute.value, grain: .minute, isTwelveHour: hour.value <= 12)
        let isCertain = isTime || extent == .whole && draft.hasDay
        return readMeridiem(required: !isCertain)
    }

    private func take(signAhead sign: Unicode.Scalar) -> Bool {
        token(ahead: 1)?.isSign(sign) == true && token(ahead: 1)?.followsSpace == false
    }

    /// 5pm, 17h30, five o'clock, "at 5".
    private mutating func readHour(afterAt isTime: Bool) -> Bool {
        let digits = token?.number?.digits ?? 0
        guard digits <= 2 || digits == 4, var hour = number() else { return false }
        var minute = 0
        var grain = DateGrain.hour
        var isCertain = isTime
        if digits == 4 {
            // 1730, but not the year 2030.
            guard isTime || has(.hourMark) || unit == .hour else { return false }
            _ = take(.hourMark) || unit == .hour && takeAny()
            (hour, minute, grain, isCertain) = (hour / 100, hour % 100, .minute, true)
        } else if has(.hourMark) {
            position += 1
            isCertain = true
            if let minutes = token?.number, minutes.digits == 2, token?.followsSpace == false {
                position += 1
                (minute, grain) = (minutes.value, .minute)
            }
        }
        draft.clock = .init(
            hour: hour, minute: minute, grain: grain, isTwelveHour: hour <= 12 && digits != 4)
        if hasMeridiem { return readMeridiem(required: true) }
        guard draft.clock?.isValid == true else { return false }
        if isCertain { return !startsRange }
        // A bare number is a time only at the very end of a date, or beside a part of the day.
        if draft.part != nil || followsPartOfDay() { return true }
        return extent == .whole && draft.hasDay && position == tokens.count && digits > 0
    }

    private var startsRange: Bool {
        (token?.isSign("-") == true || has(.to)) && token(ahead: 1)?.number != nil
    }

    private mutating func takeAny() -> Bool {
        position += 1
        return true
    }

    private func followsPartOfDay() -> Bool {
        var ahead = self
        for _ in 0..<2 where ahead.has(.on) || ahead.has(.at) || ahead.has(.filler) {
            ahead.position += 1
        }
        return ahead.dayPart != nil || ahead.has(.tonight)
    }

    private var hasMeridiem: Bool {
        if has(.am) || has(.pm) { return true }
        guard let letter = token?.word, letter == "a" || letter == "p" else { return false }
        return token(ahead: 1)?.isSign(".") == true && token(ahead: 2)?.word == "m"
    }

    /// `pm`, `p.m.`; puts the hour of the draft right, and fails where it cannot be one.
    private mutating func readMeridiem(required: Bool) -> Bool {
        guard var clock = draft.clock else { return false }
        guard hasMeridiem else { return !required && clock.isValid }
        let isAfternoon = has(.pm) || token?.word == "p"
        let isDotted = !(has(.am) || has(.pm))
        position += isDotted ? 3 : 1
        if isDotted, token?.isSign(".") == true { position += 1 }
        guard (1...12).contains(clock.hour) || isAfternoon && (13...23).contains(clock.hour) else {
            return false
        }
        if clock.hour <= 12 { clock.hour = clock.hour % 12 + (isAfternoon ? 12 : 0) }
        clock.isTwelveHour = false
        draft.clock = clock
        return clock.isValid
    }

    /// "in the morning", "this evening", "tonight".
    mutating func readPart() -> Bool {
        guard draft.part == nil else { return false }
        if draft.day == nil || draft.day == .offset(0), take(.tonight) {
            draft.day = .offset(0)
            draft.part = .night
            return true
        }
        return attempt { grammar in
            grammar.skipArticleOfPart()
            if grammar.take(.this) {
                guard !grammar.draft.hasDay else { return false }
                grammar.draft.day = .offset(0)
            }
            guard let part = grammar.dayPart else { return false }
            grammar.position += 1
            grammar.draft.part = part
            return true
        }
    }

    private mutating func skipArticleOfPart() {
        while has(.on) || has(.filler) { position += 1 }
    }
}

extension DateDraft.Clock {
    /// 24:00 is the end of a day.
    var isValid: Bool {
        (0...23).contains(hour) && (0...59).contains(minute) && (0...59).contains(second)
            || hour == 24 && minute == 0 && second == 0
    }
}
