// Distances: "in 3 days", "2 hours from now", "a week after tomorrow", "+15 minutes".
extension DateGrammar {
    mutating func readShift() -> Bool {
        guard draft.shift == nil else { return false }
        return attempt { $0.readAnchoredShift() } || attempt { $0.readTrailingShift() }
            || attempt { $0.readPlainShift() }
    }

    /// "क्रिसमस से दो दिन पहले": the day first, the distance behind it.
    private mutating func readTrailingShift() -> Bool {
        guard draft.hasDay, position > 0, tokens[position - 1].lexemes.contains(.postposition),
            tokens[position - 1].lexemes.contains(.upTo), let length = length(),
            length.seconds == 0
        else { return false }
        let isBefore = has(.ago)
        guard take(.ago) || take(.later) else { return false }
        draft.shift = isBefore ? length.negated : length
        draft.shift?.isAnchored = true
        return true
    }

    /// "2 days after next Friday", "a week on Monday": what follows must be a day.
    private mutating func readAnchoredShift() -> Bool {
        guard !draft.hasDay else { return false }
        let isBefore: Bool
        let length: DateDraft.Shift
        if has(.dayAfter) || has(.dayBefore) {
            isBefore = has(.dayBefore)
            length = .init(days: 1)
            position += 1
        } else {
            if let counted = self.length() {
                length = counted
            } else {
                // "the day after Christmas"
                guard unit == .day, has(.after, ahead: 1) || has(.before, ahead: 1) else {
                    return false
                }
                position += 1
                length = .init(days: 1)
            }
            isBefore = has(.before)
            let isWeeks = length.days % 7 == 0 && length.days > 0 && length.months == 0
            // "two weeks today", "a week Friday"
            let isDirect = isWeeks && extent == .whole && (dayOffset != nil || weekday != nil)
            guard isDirect || take(.after) || take(.before) || isWeeks && take(.on) else {
                return false
            }
        }
        while has(.filler) || has(.of) { position += 1 }
        let isRead = length.seconds != 0 ? readMoment() : readDay()
        guard isRead else { return false }
        draft.shift = isBefore ? length.negated : length
        draft.shift?.isAnchored = true
        return true
    }

    private mutating func readDay() -> Bool {
        readNumericDate() || readNamedDay() || readWeekday()
    }

    /// The "5pm on Friday" of "two hours before 5pm on Friday": hours are counted from a time and nothing else.
    private mutating func readMoment() -> Bool {
        guard draft.clock == nil, draft.part == nil else { return false }
        var end = position
        while true {
            var isTime = false
            while has(.filler) || has(.of) || has(.on) || has(.at) {
                isTime = isTime || has(.at)
                position += 1
            }
            guard readClock(afterAt: isTime) || !draft.hasDay && readDay() else { break }
            end = position
        }
        position = end
        return draft.clock != nil
    }

    private mutating func readPlainShift() -> Bool {
        guard draft.day == nil, draft.weekday == nil else { return false }
        let fromNow = take(.now)
        let isPlus = take(sign: "+")
        let isMinus = !isPlus && (take(.agoBefore) || take(sign: "-"))
        var isCertain = isPlus || isMinus
        if fromNow, !isCertain {
            draft.day = nil
            draft.shift = .init()
            draft.isWeak = true
            return true
        }
        if readNextUnit() { return true }
        // "next 2 weeks", never "next week".
        if has(.within) || has(.next) && startsNumber(ahead: 1) {
            position += 1
            isCertain = true
            while has(.filler) || has(.at) { position += 1 }
            // "within the next 48 hours"
            if has(.next), startsNumber(ahead: 1) { position += 1 }
            if readNextUnit() { return true }
        }
        guard let length = length() else { return false }
        guard draft.clock == nil || length.seconds == 0 else { return false }
        // "3 दिन में" is one token behind its number.
        let isMarked = position > 0 && tokens[position - 1].lexemes.contains(.later)
        if isMarked || take(.later) || take(.nextBehind) {
            isCertain = true
        } else if isCertain, length.seconds == 0, take(.zoneWord) {
            // "in two weeks' time"
        } else if take(.ago) || has(.before) && position + 1 == tokens.count && take(.before) {
            draft.shift = length.negated
            draft.shift?.isCertain = true
            return !isCertain
        }
        guard isCertain || extent != .suffix else { return false }
        draft.shift = isMinus ? length.negated : length
        draft.shift?.isCertain = isCertain
        return true
    }

    func startsNumber(ahead count: Int) -> Bool {
        token(ahead: count)?.number != nil
            || meaning(ahead: count) { if case .number(let value) = $0 { value } else { nil } }
                != nil
    }

    /// "next hour" is an hour from now; "next week" is a week, and is asked about.
    private mutating func readNextUnit() -> Bool {
        guard has(.next), draft.clock == nil, let unit = nextUnit,
            [.second, .minute, .hour].contains(unit)
        else { return false }
        position += 2
        draft.shift = .init(1, unit, dividedBy: 1)
        return true
    }

    private var nextUnit: DateUnit? {
        meaning(ahead: 1) { if case .unit(let unit) = $0 { unit } else { nil } }
    }

    /// "1 hour, 5 minutes and 30 seconds", "2h30", "an hour and a half".
    mutating func length() -> DateDraft.Shift? {
        guard var total = lengthPart() else { return nil }
        while true {
            let save = position
            var sign = 1
            if take(sign: ",") {
                _ = take(.and)
            } else if !take(.and), take(sign: "+") {
                sign = 1
            } else if take(sign: "-") {
                sign = -1
            }
            guard let next = lengthPart(), let sum = total.adding(next, times: sign) else {
                position = save
                return total
            }
            total = sum
        }
    }

    private mutating func lengthPart() -> DateDraft.Shift? {
        let save = position
        if let part = halfUnit() { return part }
        position = save
        if let part = fractionOfUnit() { return part }
        position = save
        if let part = countedUnit() { return part }
        position = save
        return nil
    }

    /// "half an hour", "half a day", "a quarter of an hour".
    private mutating func halfUnit() -> DateDraft.Shift? {
        let save = position
        _ = take(.article)
        let divisor: Int
        if take(.half) {
            divisor = 2
        } else if take(.quarter) {
            divisor = 4
        } else {
            position = save
            return nil
        }
        // "demi-heure"
        _ = take(sign: "-", spaced: false)
        while has(.of) || has(.article) { position += 1 }
        guard let unit else {
            position = save
            return nil
        }
        position += 1
        return .init(1, unit, dividedBy: divisor)
    }

    /// "1/4 hour", "three quarters of an hour".
    private mutating func fractionOfUnit() -> DateDraft.Shift? {
        guard let part = token?.number ?? wordNumber.map({ ($0, 1) }), (1...3).contains(part.0)
        else { return nil }
        let divisor: Int
        // "1/2 hour of reading" is a text; "in 1/2 hour" and "1/2 hour" alone are distances.
        let isMeant =
            extent == .whole || position > 0 && tokens[position - 1].lexemes.contains(.within)
        if isMeant, token(ahead: 1)?.isSign("/") == true, let whole = token(ahead: 2)?.number,
            whole.value == 2 || whole.value == 4
        {
            divisor = whole.value
            position += 3
        } else if has(.quarter, ahead: 1) {
            divisor = 4
            position += 2
        } else if token(ahead: 1)?.isSign("-") == true, has(.quarter, ahead: 2) {
            divisor = 4
            position += 3
        } else {
            return nil
        }
        while has(.of) || has(.article) { position += 1 }
        guard let unit else { return nil }
        position += 1
        return .init(part.0, unit, dividedBy: divisor)
    }

    private mutating func countedUnit() -> DateDraft.Shift? {
        if let halves = meaning({ if case .halves(let count) = $0 { count } else { nil } }) {
            position += 1
            guard let unit else { return nil }
            position += 1
            return .init(halves, unit, dividedBy: 2)
        }
        let start = token
        guard let count = number(articles: true) ?? impliedOne else {
            // "the hour", "the min before"
            return nil
        }
        guard count <= 1_000_000 else { return nil }
        // "1700h" and "1800 hours" are times of day.
        if start?.number?.digits == 4, has(.hourMark) || unit == .hour, count < 2_400 { return nil }
        // "les 3 prochains jours"
        if has(.next), nextUnit != nil { position += 1 }
        if start?.number != nil, let fraction = fraction() {
            guard let unit else { return nil }
            position += 1
            return .init(count * fraction.scale + fraction.value, unit, dividedBy: fraction.scale)
        }
        if has(.and), has(.article, ahead: 1), has(.half, ahead: 2) {
            position += 3
            guard let unit else { return nil }
            position += 1
            return .init(count * 2 + 1, unit, dividedBy: 2)
        }
        guard let unit else { return nil }
        position += 1
        if unit == .hour, let minutes = token?.number, minutes.digits == 2,
            token?.followsSpace == false
        {
            position += 1
            return .init(count * 60 + minutes.value, .minute, dividedBy: 1)
        }
        // "an hour and a half", "una hora y media"
        let half = has(.article, ahead: 1) ? 2 : 1
        if has(.and), has(.half, ahead: half),
            meaning(ahead: half + 1, { if case .unit(let unit) = $0 { unit } else { nil } }) == nil
        {
            position += half + 1
            return .init(count * 2 + 1, unit, dividedBy: 2)
        }
        return .init(count, unit, dividedBy: 1)
    }

    /// The one that "hora y media" leaves out.
    private var impliedOne: Int? {
        let isHalfMore = has(.and, ahead: 1) && has(.half, ahead: 2)
        return vocabulary.hourMarkIsClock && unit != nil && isHalfMore ? 1 : nil
    }

    /// The `.5` of `2.5`.
    private mutating func fraction() -> (value: Int, scale: Int)? {
        guard token?.isSign(".") == true, token?.followsSpace == false,
            let digits = token(ahead: 1)?.number, digits.digits <= 3,
            token(ahead: 1)?.followsSpace == false
        else { return nil }
        position += 2
        return (digits.value, [1, 10, 100, 1_000][digits.digits])
    }
}

extension DateDraft.Shift {
    /// So many units; nil where a calendar unit does not divide.
    init?(_ count: Int, _ unit: DateUnit, dividedBy divisor: Int) {
        switch unit {
        case .second, .minute, .hour:
            let size = unit == .second ? 1 : unit == .minute ? 60 : 3_600
            seconds = count * size / divisor
            grain = unit == .second ? .second : .minute
        case .day, .week, .fortnight:
            let size = unit == .day ? 1 : unit == .week ? 7 : 14
            days = count * size / divisor
            seconds = count * size % divisor * 86_400 / divisor
        case .month, .year, .decade:
            let size = unit == .month ? 1 : unit == .year ? 12 : 120
            guard count * size % divisor == 0 else { return nil }
            months = count * size / divisor
        }
    }

    var negated: Self {
        var copy = self
        (copy.months, copy.days, copy.seconds) = (-months, -days, -seconds)
        return copy
    }

    /// The sum; nil beyond all calendars.
    func adding(_ other: Self, times sign: Int) -> Self? {
        var sum = self
        sum.months += sign * other.months
        sum.days += sign * other.days
        sum.seconds += sign * other.seconds
        if other.grain == .second { sum.grain = .second }
        let isSane =
            abs(sum.months) < 2_000_000_000 && abs(sum.days) < 2_000_000_000
            && abs(sum.seconds) < 100_000_000_000
        return isSane ? sum : nil
    }
}
