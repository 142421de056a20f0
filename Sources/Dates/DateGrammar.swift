/// Finds the parts of a date among tokens, one after the other, until one does not fit.
///
/// Every step takes tokens or leaves the position where it was, so the work is bounded by the number of tokens.
struct DateGrammar {
    /// How much of a text has to be the date.
    enum Extent {
        case whole, prefix, suffix
    }

    let tokens: [DateToken]
    let extent: Extent
    let vocabulary: Vocabulary
    let zones: ZoneDatabase
    var position: Int
    var draft = DateDraft()

    init(
        _ tokens: [DateToken], from start: Int = 0, extent: Extent, vocabulary: Vocabulary,
        zones: ZoneDatabase
    ) {
        self.tokens = tokens
        self.extent = extent
        self.vocabulary = vocabulary
        self.zones = zones
        position = start
    }

    /// Reads as many parts as fit and answers where the last one ends.
    mutating func read() -> Int {
        var end = position
        while position < tokens.count {
            let introducedByAt = skipFillers()
            guard readPart(afterAt: introducedByAt) else { break }
            while take(.postposition) {}
            end = position
        }
        return end
    }

    private mutating func readPart(afterAt isTime: Bool) -> Bool {
        if isTime, readClock(afterAt: true) { return true }
        return readRepetition() || readNumericDate() || readZone() || readNamedDay()
            || (vocabulary.hourMarkIsClock || startsWrittenClock) && readClock(afterAt: false)
            || readShift()
            || readWeekday() || readPeriod() || readClock(afterAt: isTime) || readPart()
            || readTrailingYear()
    }

    /// Passes over words that carry no meaning; answers whether an "at" was among them.
    private mutating func skipFillers() -> Bool {
        var isTime = false
        while let token {
            if draft.repeats != nil,
                has(.upTo) && !has(.at) || has(.starting)
                    || startsNumber(ahead: 1) && has(.filler) && has(.times, ahead: 2)
            {
                break
            }
            if has(.at) || token.isSign("@") {
                isTime = true
            } else if has(.dayArticle) {
                // "el 15" is a day, "el viernes" needs no article.
                if startsNumber(ahead: 1) || draft.day != nil { break }
                // "el día después de Navidad"
                if unit == .day, has(.after, ahead: 1) || has(.before, ahead: 1) { break }
            } else if !(has(.filler) || has(.on) || has(.of)) && !isSkippedSign(token) {
                break
            } else if has(.within), has(.after) || !namesDay(ahead: 1) {
                break
            }
            position += 1
        }
        return isTime
    }

    /// "d'ici vendredi", "en fin de journée"
    private func namesDay(ahead count: Int) -> Bool {
        token(ahead: count)?.lexemes.contains {
            switch $0 {
            case .weekday, .endOfDay, .dayOffset: true
            default: false
            }
        } ?? false
    }

    private func isSkippedSign(_ token: DateToken) -> Bool {
        // A date in the middle of a text must hang together; signs in front of it belong to the text.
        guard !draft.isEmpty || extent == .whole else { return false }
        // 05/31/2024:14:15
        if token.isSign(":") {
            // "due: Friday"
            if draft.isEmpty, position > 0, tokens[position - 1].lexemes.contains(.filler) {
                return true
            }
            return draft.day != nil && self.token(ahead: 2)?.isSign(":") == true
        }
        return token.isSign(",") || token.isSign(".") || token.isSign("(") || token.isSign(")")
    }

    /// "Thu Oct 26 11:00:09 2023": the year comes last.
    private mutating func readTrailingYear() -> Bool {
        guard extent == .whole, case .calendar(nil, let month, let day) = draft.day,
            let year = fourDigitYear()
        else { return false }
        draft.day = .calendar(year: year, month: month, day: day)
        return true
    }
}

// Looking at tokens and taking them.
extension DateGrammar {
    var token: DateToken? { position < tokens.count ? tokens[position] : nil }

    func token(ahead count: Int) -> DateToken? {
        position + count < tokens.count ? tokens[position + count] : nil
    }

    func has(_ lexeme: Lexeme, ahead count: Int = 0) -> Bool {
        token(ahead: count)?.lexemes.contains(lexeme) ?? false
    }

    mutating func take(_ lexeme: Lexeme) -> Bool {
        guard has(lexeme) else { return false }
        position += 1
        return true
    }

    mutating func take(sign: Unicode.Scalar, spaced: Bool = true) -> Bool {
        guard let token, token.isSign(sign), spaced || !token.followsSpace else { return false }
        position += 1
        return true
    }

    /// The first meaning of the token that the closure accepts.
    func meaning<T>(ahead count: Int = 0, _ accept: (Lexeme) -> T?) -> T? {
        guard let lexemes = token(ahead: count)?.lexemes else { return nil }
        for lexeme in lexemes {
            if let value = accept(lexeme) { return value }
        }
        return nil
    }

    var weekday: Weekday? { meaning { if case .weekday(let day) = $0 { day } else { nil } } }
    var month: Int? { meaning { if case .month(let month) = $0 { month } else { nil } } }
    var unit: DateUnit? { unit(ahead: 0) }
    var dayPart: DayPart? { meaning { if case .part(let part) = $0 { part } else { nil } } }
    var dayOffset: Int? { meaning { if case .dayOffset(let days) = $0 { days } else { nil } } }

    func unit(ahead count: Int) -> DateUnit? {
        meaning(ahead: count) { if case .unit(let unit) = $0 { unit } else { nil } }
    }

    /// Runs a step and puts everything back where it fails.
    mutating func attempt(_ step: (inout DateGrammar) -> Bool) -> Bool {
        let (position, draft) = (position, draft)
        if step(&self) { return true }
        (self.position, self.draft) = (position, draft)
        return false
    }

    /// A number in digits or words, "twenty five" included; an article only where it may count.
    mutating func number(articles: Bool = false) -> Int? {
        if let number = token?.number {
            position += 1
            return number.value
        }
        guard let value = wordNumber, articles || !has(.article) else { return nil }
        position += 1
        if value >= 20, value % 10 == 0 {
            let save = position
            // "cuarenta y cinco", "twenty-five", "trinta e um"
            let isJoined = vocabulary.hourMarkIsClock && take(.and)
            let isHyphened = take(sign: "-", spaced: false)
            let isTight = !isHyphened || token?.followsSpace == false
            if isTight, let ones = wordNumber, ones < 10, !has(.article) || isJoined || isHyphened {
                position += 1
                return value + ones
            }
            position = save
        }
        return value
    }

    var wordNumber: Int? {
        meaning { if case .number(let value) = $0 { value } else { nil } }
    }

    /// `3rd`, `3`, `third`, with `isMarked` where it can be nothing but an ordinal.
    mutating func ordinal() -> (value: Int, isMarked: Bool, isInDigits: Bool)? {
        if let value = meaning({ if case .ordinal(let value) = $0 { value } else { nil } }) {
            position += 1
            return (value, true, false)
        }
        guard let number = token?.number, number.digits <= 2 else { return nil }
        position += 1
        if let mark = token, !mark.followsSpace, take(.ordinalSuffix) {
            return (number.value, true, true)
        }
        return (number.value, false, true)
    }

    mutating func fourDigitYear() -> Int? {
        guard let number = token?.number, number.digits == 4,
            token(ahead: 1)?.isSign(":") != true
        else { return nil }
        position += 1
        return number.value
    }
}
