import FoundationEssentials

// Two moments with something between them: "10:00-11:00", "Monday to Friday", "de 1pm a 3", "1-3 December".
extension DateReader {
    /// What a text means that is a range and nothing else; nil for anything else.
    func range(_ tokens: [DateToken], _ vocabulary: Vocabulary, _ context: DateContext)
        -> DateAnswer?
    {
        var tokens = tokens[...]
        let isBetween = tokens.first?.lexemes.contains(.between) == true
        // "from 9am to 5pm"
        let isFrom = tokens.first?.lexemes.contains { $0 == .after || $0 == .starting } == true
        if isBetween || isFrom {
            tokens = tokens.dropFirst()
        }
        let joints = tokens.indices.filter { index in
            let token = tokens[index]
            return index > tokens.startIndex && index < tokens.endIndex - 1
                && (token.isSign("-") || token.lexemes.contains(.upTo)
                    || isBetween && token.lexemes.contains(.and))
        }
        for joint in joints.prefix(Self.mostJoints) {
            if let answer = range(
                Array(tokens[..<joint]), Array(tokens[(joint + 1)...]), vocabulary, context)
            {
                return answer
            }
        }
        return nil
    }

    private static let mostJoints = 6

    private func range(
        _ first: [DateToken], _ last: [DateToken], _ vocabulary: Vocabulary, _ context: DateContext
    ) -> DateAnswer? {
        var from = draft(first, vocabulary)
        var to = draft(last, vocabulary)
        // One of the two may be a number alone and take its sense from the other; both would be "2-3 pages".
        if from == nil, let to { from = DateDraft(number: first, like: to, isFirst: true) }
        if to == nil, let from { to = DateDraft(number: last, like: from, isFirst: false) }
        guard var from, var to, from.repeats == nil, to.repeats == nil else { return nil }
        if from.day == nil, from.weekday == nil, to.hasDay, to.clock != nil {
            (from.day, from.weekday) = (to.day, to.weekday)
        }
        if from.zone == nil { from.zone = to.zone }
        if from.part == nil, from.clock?.isTwelveHour == true { from.part = to.part }
        // "tomorrow 3-5pm"
        if let clock = from.clock, clock.isBareHour, let last = to.clock, last.hasMeridiem,
            clock.hour + 12 < last.hour || clock.hour + 12 == last.hour && last.minute > 0
        {
            from.clock?.hour += 12
            from.clock?.isBareHour = false
        }
        if to.zone == nil { to.zone = from.zone }
        guard case .moment(var start) = resolved(from, context) else {
            return resolved(from, context)
        }
        var later = context
        later.now = start.date
        guard case .moment(let end) = resolved(to, later), end.date >= start.date else {
            return nil
        }
        if start.grain == .day {
            // A range of days begins with the first of them.
            let day = start.zone.instants(of: start.local.startOfDay).date
            start = Moment(
                date: max(day, context.now), grain: .day, zone: start.zone, notes: start.notes)
        }
        start.end = end.date
        return .moment(start)
    }

    private func draft(_ tokens: [DateToken], _ vocabulary: Vocabulary) -> DateDraft? {
        var grammar = grammar(tokens, .whole, vocabulary)
        let end = grammar.read()
        return end == tokens.count && !grammar.draft.isEmpty ? grammar.draft : nil
    }
}

extension DateDraft {
    /// The draft of a number alone that stands beside another one: an hour beside a time, a day beside a date.
    fileprivate init?(number tokens: [DateToken], like other: DateDraft, isFirst: Bool) {
        let words = tokens.drop {
            $0.lexemes.contains { [.of, .filler, .at, .dayArticle].contains($0) }
        }
        guard words.count == 1, let number = words.first?.number, number.digits <= 2 else {
            return nil
        }
        self.init()
        if case .calendar(let year, let month, _) = other.day, other.clock == nil {
            day = .calendar(year: year, month: month, day: number.value)
            return
        }
        guard let clock = other.clock, (0...23).contains(number.value) else { return nil }
        self.clock = Clock(
            hour: number.value, isTwelveHour: number.value <= 12,
            isBareHour: (1...11).contains(number.value))
        // The last hour is the next such one after the first.
        guard isFirst, !clock.isTwelveHour || other.part == nil, (1...12).contains(number.value)
        else { return }
        // "12-3am" begins at midnight and "10-2pm" in the morning.
        if clock.isTwelveHour == false, clock.hour != number.value {
            let isAfternoon = clock.hour >= 12
            let hour = number.value % 12 + (isAfternoon ? 12 : 0)
            self.clock?.hour = hour
            if hour > clock.hour, isAfternoon { self.clock?.hour = number.value % 12 }
            self.clock?.isBareHour = false
        }
    }
}
