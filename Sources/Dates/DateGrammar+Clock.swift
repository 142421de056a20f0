// Times of day: 17:00, 5pm, 17h30, noon, half past six, "at 5", and the parts of a day.
extension DateGrammar {
    mutating func readClock(afterAt isTime: Bool) -> Bool {
        guard draft.clock == nil, draft.shift?.seconds ?? 0 == 0 else { return false }
        // "12 noon"
        if token?.number?.value == 12, namedHour(ahead: 1) != nil { position += 1 }
        if let hour = namedHour() {
            draft.clock = .init(hour: hour, isNamed: true)
            readMinutesBehind()
            return true
        }
        if let halves = meaning({ if case .halves(let count) = $0 { count } else { nil } }),
            has(.hourMark, ahead: 1)
        {
            position += 2
            draft.clock = .init(
                hour: halves / 2, minute: 30, grain: .minute, isTwelveHour: true, isBareHour: true)
            return true
        }
        if take(.endOfDay) {
            draft.clock = .init(hour: 23, minute: 59, grain: .day)
            return true
        }
        return attempt { $0.readSpokenTime() } || attempt { $0.readColonTime() }
            || attempt { $0.readDottedTime(afterAt: isTime) } || attempt { $0.readJoinedTime() }
            || attempt { $0.readSpelledMinutes(afterAt: isTime) }
            || attempt { $0.readHour(afterAt: isTime) }
    }

    /// "half past six", "quarter to 5", "20 past 4", "half six".
    private mutating func readSpokenTime() -> Bool {
        if let minutes = meaning({ if case .minutesBefore(let count) = $0 { count } else { nil } })
        {
            position += 1
            guard let hour = number(), (1...23).contains(hour), take(.hourMark) else {
                return false
            }
            let total = hour * 60 + minutes
            draft.clock = .init(
                hour: total / 60, minute: total % 60, grain: .minute, isTwelveHour: hour <= 12)
            return true
        }
        _ = has(.article) && has(.quarter, ahead: 1) && take(.article)
        let minutes: Int
        let isHalf = has(.half)
        if take(.half) {
            minutes = 30
        } else if take(.quarter) {
            minutes = 15
        } else if let number = number(), (1...59).contains(number) {
            minutes = number
            // "1 to 2" is no minute before two.
            let isCounted = unit == .minute
            guard isCounted || number % 5 == 0 else { return false }
            if isCounted { position += 1 }
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
        while has(.filler) || has(.at) { position += 1 }
        guard var hour = namedHour() ?? number(), (0...23).contains(hour) else { return false }
        // "five to midnight"
        if hour == 0, isTo { hour = 24 }
        let total = hour * 60 + (isTo ? -minutes : minutes)
        _ = take(.hourMark)
        draft.clock = .init(
            hour: total / 60, minute: total % 60, grain: .minute,
            isTwelveHour: (1...12).contains(hour), isBareHour: (1..<12).contains(hour))
        return readMeridiem(required: false)
    }

    private func namedHour(ahead count: Int) -> Int? {
        meaning(ahead: count) { if case .clock(let hour) = $0 { hour } else { nil } }
    }

    /// The 12 of "noon".
    private mutating func namedHour() -> Int? {
        guard let hour = namedHour(ahead: 0) else { return nil }
        position += 1
        return hour
    }

    /// "y media", "et quart", "menos cinco", "e quinze" behind an hour.
    private mutating func readMinutesBehind() {
        guard vocabulary.hourMarkIsClock, var clock = draft.clock, clock.minute == 0 else { return }
        let save = position
        let isMinus = take(.minus)
        guard isMinus || take(.and) || isSpelledMinute else { return }
        while has(.dayArticle) || has(.filler) { position += 1 }
        let minutes = take(.half) ? 30 : take(.quarter) ? 15 : number() ?? 60
        guard minutes < 60 else {
            position = save
            return
        }
        if unit == .minute { position += 1 }
        // "minuit moins cinq"
        let hour = isMinus && clock.hour == 0 ? 24 : clock.hour
        let total = hour * 60 + (isMinus ? -minutes : minutes)
        (clock.hour, clock.minute, clock.grain) = (total / 60, total % 60, .minute)
        draft.clock = clock
    }

    /// "quinze heures trente"
    private var isSpelledMinute: Bool {
        position > 0
            && tokens[position - 1].lexemes.contains {
                if case .clock = $0 { true } else { $0 == .hourMark }
            } && token?.number == nil
            && meaning { if case .number(let value) = $0, value > 1 { value } else { nil } } != nil
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
        // "17:00h"
        if has(.hourMark) || unit == .hour, !has(.zoneOf) { position += 1 }
        // "17:00Z"
        if draft.zone == nil, token?.word == "z", token?.followsSpace == false {
            position += 1
            draft.zone = .zone(.utc)
            return true
        }
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
        let isCertain =
            isTime || has(.hourMark)
            || extent == .whole && (draft.hasDay || has(.on) || vocabulary.hourMarkIsClock)
        guard readMeridiem(required: !isCertain) else { return false }
        _ = take(.hourMark)
        return true
    }

    private func take(signAhead sign: Unicode.Scalar) -> Bool {
        token(ahead: 1)?.isSign(sign) == true && token(ahead: 1)?.followsSpace == false
    }

    /// 5pm, 17h30, five o'clock, "at 5".
    private mutating func readHour(afterAt isTime: Bool) -> Bool {
        let digits = token?.number?.digits ?? 0
        guard digits <= 2 || digits == 4, !has(.vague), var hour = number() ?? one(isTime) else {
            return false
        }
        var minute = 0
        var grain = DateGrain.hour
        var isCertain = isTime
        if digits == 4 {
            // 1730, but not the year 2030.
            let isMarked = has(.hourMark) || unit == .hour
            guard isTime || isMarked || followsDayWithoutYear else { return false }
            _ = take(.hourMark) || unit == .hour && takeAny()
            (hour, minute, grain, isCertain) = (hour / 100, hour % 100, .minute, true)
        } else if has(.hourMark), !has(.zoneOf) || hour == 1 {
            // "une heure de l'après-midi", and not "17, heure de Paris".
            position += 1
            isCertain = true
            let isCounted = self.unit(ahead: 1) == .minute
            if let minutes = token?.number, minutes.digits == 2 || isCounted, minutes.value < 60,
                token?.followsSpace == false || isCounted
                    || extent == .whole && vocabulary.hourMarkIsClock
            {
                position += 1
                (minute, grain) = (minutes.value, .minute)
                if unit == .minute, isCounted || token?.followsSpace == false { position += 1 }
            }
            // "2 horas atrás" and "2 horas antes de las 5" are distances.
            if has(.ago) || has(.later) || has(.before) || has(.after) { return false }
        }
        // "à 9h" is an hour of twenty-four, "à neuf heures" and "at 9" are hours of a dial.
        let followsMark =
            digits > 0 && vocabulary.hourMarkIsClock
            && tokens[position - 1].lexemes.contains(.hourMark)
        draft.clock = .init(
            hour: hour, minute: minute, grain: grain, isTwelveHour: hour <= 12 && digits != 4)
        // "08h30" is written by the clock of twenty-four.
        let isWritten = digits == 2 && grain == .minute
        draft.clock?.isBareHour =
            (1...11).contains(hour) && digits != 4 && !followsMark && !isWritten
        // "doce y media"
        let isShared =
            extent == .whole && vocabulary.hourMarkIsClock && has(.and)
            && (has(.half, ahead: 1) || has(.quarter, ahead: 1))
        isCertain = isCertain || isShared
        // "à deux" are two people.
        if vocabulary.spelledHourHasMark, digits == 0, draft.clock?.grain == .hour,
            !tokens[position - 1].lexemes.contains(.hourMark)
        {
            isCertain = false
        }
        if isCertain, draft.clock?.isValid == true { readMinutesBehind() }
        if hasMeridiem { return readMeridiem(required: true) }
        guard draft.clock?.isValid == true else { return false }
        if isCertain { return !startsRange }
        // A bare number is a time only at the very end of a date, or beside a part of the day.
        if draft.part != nil || followsPartOfDay() { return true }
        return extent == .whole && draft.hasDay && position == tokens.count && digits > 0
            && (draft.weekday == nil || !vocabulary.hourMarkIsClock)
    }

    /// The hour of "a la una" and "à une heure", which is otherwise an article.
    private mutating func one(_ isTime: Bool) -> Int? {
        guard isTime, vocabulary.hourMarkIsClock, has(.article) else { return nil }
        position += 1
        return 1
    }

    /// Whether four digits cannot be a year: "tomorrow 2359", "Friday 1800".
    private var followsDayWithoutYear: Bool {
        if case .offset = draft.day { return extent == .whole }
        return extent == .whole && draft.day == nil && draft.weekday != nil
    }

    private var startsRange: Bool {
        (token?.isSign("-") == true || has(.to)) && token(ahead: 1)?.number != nil
    }

    private mutating func takeAny() -> Bool {
        position += 1
        return true
    }

    func followsPartOfDay() -> Bool {
        var ahead = self
        for _ in 0..<2
        where ahead.has(.on) || ahead.has(.at) || ahead.has(.filler) || ahead.has(.of) {
            ahead.position += 1
        }
        return ahead.dayPart != nil || ahead.todayPart != nil
    }

    var hasMeridiem: Bool {
        if has(.am) || has(.pm) { return true }
        guard let letter = token?.word, letter == "a" || letter == "p" else { return false }
        return token(ahead: 1)?.isSign(".") == true && token(ahead: 2)?.word == "m"
            || isMeridiemLetter
    }

    /// The letter of "3:18p" and "5h16p"; "4a" is a flat and not an hour.
    private var isMeridiemLetter: Bool {
        token?.followsSpace == false && (draft.clock?.grain ?? .hour) != .hour
    }

    /// `pm`, `p.m.`; puts the hour of the draft right, and fails where it cannot be one.
    mutating func readMeridiem(required: Bool) -> Bool {
        guard var clock = draft.clock else { return false }
        guard hasMeridiem else { return !required && clock.isValid }
        let isAfternoon = has(.pm) || token?.word == "p"
        let isDotted = !(has(.am) || has(.pm))
        let isLetter = isDotted && token(ahead: 2)?.word != "m"
        position += isDotted && !isLetter ? 3 : 1
        if isDotted, !isLetter, token?.isSign(".") == true { position += 1 }
        guard (1...12).contains(clock.hour) || isAfternoon && (13...23).contains(clock.hour) else {
            return false
        }
        if clock.hour <= 12 { clock.hour = clock.hour % 12 + (isAfternoon ? 12 : 0) }
        clock.hasMeridiem = true
        (clock.isTwelveHour, clock.isBareHour) = (false, false)
        draft.clock = clock
        return clock.isValid
    }

    /// "in the morning", "this evening", "tonight".
    mutating func readPart() -> Bool {
        guard draft.part == nil else { return false }
        if draft.day == nil || draft.day == .offset(0), let part = todayPart {
            position += 1
            draft.day = .offset(0)
            draft.part = part
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

    private var todayPart: DayPart? {
        meaning { if case .todayPart(let part) = $0 { part } else { nil } }
    }

    private mutating func skipArticleOfPart() {
        while has(.on) || has(.filler) || has(.of) || has(.dayArticle) { position += 1 }
    }
}

extension DateDraft.Clock {
    /// 24:00 is the end of a day.
    var isValid: Bool {
        (0...23).contains(hour) && (0...59).contains(minute) && (0...59).contains(second)
            || hour == 24 && minute == 0 && second == 0
    }
}
