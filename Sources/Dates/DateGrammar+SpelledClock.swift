// Times whose hour and minute stand side by side: 1230pm, "six oh two pm", "seis cero dos", "five forty five in the
// afternoon".
extension DateGrammar {
    /// 730pm, 1230 pm.
    mutating func readJoinedTime() -> Bool {
        guard let number = token?.number, number.digits == 3 || number.digits == 4 else {
            return false
        }
        position += 1
        draft.clock = .init(hour: number.value / 100, minute: number.value % 100, grain: .minute)
        return hasMeridiem && readMeridiem(required: true)
    }

    /// "18h30" is a time in every language. "2h30" may be a length in English, and so is "18h30m" or "18h30 ago".
    var startsWrittenClock: Bool {
        guard let hour = token?.number, hour.digits == 2, hour.value < 24,
            has(.hourMark, ahead: 1), token(ahead: 1)?.followsSpace == false,
            let minute = token(ahead: 2), minute.number?.digits == 2, !minute.followsSpace,
            minute.number?.value ?? 60 < 60
        else { return false }
        return unit(ahead: 3) == nil && !has(.ago, ahead: 3) && !has(.later, ahead: 3)
    }

    /// Two numbers in a row are a time only where something beside them says so: "3 30" alone is none.
    mutating func readSpelledMinutes(afterAt isTime: Bool) -> Bool {
        let isInDigits = token?.number != nil
        guard (token?.number?.digits ?? 1) <= 2, let hour = hourNumber(), (0...23).contains(hour)
        else { return false }
        let hasZero = token?.number?.value == 0 && token?.number?.digits == 1 || has(.zero)
        if hasZero { position += 1 }
        // "seven-thirty pm"
        if !isInDigits { _ = take(sign: "-", spaced: false) }
        let minuteInDigits = token?.number != nil
        guard (token?.number?.digits ?? 1) <= 2, !has(.article), unit == nil,
            let minute = number(), hasZero ? (1...9).contains(minute) : (1...59).contains(minute),
            hasZero || !minuteInDigits || minute >= 10, unit == nil || unit == .minute
        else { return false }
        if unit == .minute { position += 1 }
        draft.clock = .init(
            hour: hour, minute: minute, grain: .minute, isTwelveHour: hour <= 12,
            isBareHour: (1...11).contains(hour))
        if hasMeridiem { return readMeridiem(required: true) }
        if draft.part != nil || followsPartOfDay() { return true }
        return isTime && !isInDigits && !minuteInDigits
    }

    /// An hour alone: "twenty two" is one number, "five forty" are two.
    private mutating func hourNumber() -> Int? {
        if has(.article) || has(.vague) { return nil }
        return number()
    }
}
