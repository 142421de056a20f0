import FoundationEssentials

// R9: something that repeats is its first moment and a rule.
extension DayResolver {
    func first(of repeats: DateDraft.Repetition) -> DateAnswer {
        guard var rule = repeats.rule else { return .none(.recurring) }
        var notes = notes
        var from = today
        if let day = repeats.from {
            guard case .moment(let moment) = only(day), !moment.local.isBefore(today) else {
                return .none(.recurring)
            }
            from = moment.local.startOfDay
        }
        if let day = repeats.until {
            guard case .moment(let moment) = only(day), rule.end == .never else {
                return .none(.recurring)
            }
            rule.end = .onDay(moment.local.startOfDay)
        }
        var grain = DateGrain.day
        var start: LocalTime
        if let clock = time(&notes) {
            (start, grain) = (clock.on(from), clock.grain)
        } else {
            // R3: a weekday alone is never today.
            let isNamed = !rule.days.isEmpty && repeats.from == nil
            start = DateDraft.Clock(hour: 23, minute: 59).on(isNamed ? from.adding(days: 1) : from)
            notes.append(.assumedEndOfDay)
        }
        start = firstMatch(rule, from: start)
        guard
            let date = Series(start: start, zone: zone, rule: rule)
                .next(after: context.now)
        else { return .none(.impossible) }
        // The first moment may have been moved out of a gap; the series keeps the time that was said.
        let first = zone.local(date).startOfDay.adding(seconds: start.secondOfDay)
        switch zone.instants(of: first) {
        case .one: break
        case .gap: notes.append(.gapMoved)
        case .twice: notes.append(.firstOfTwo)
        }
        var moment = Moment(date: date, grain: grain, zone: zone, notes: notes)
        moment.series = Series(start: first, zone: zone, rule: rule)
        return .moment(moment)
    }

    /// Every second Monday begins with the next Monday, and not with the week that runs.
    private func firstMatch(_ rule: Recurrence, from start: LocalTime) -> LocalTime {
        guard rule.frequency == .weekly, rule.interval > 1 else { return start }
        return (0...7).map { start.adding(days: $0) }.first { day in
            rule.days.contains { $0.weekday == day.weekday }
                && zone.instants(of: day).date > context.now
        } ?? start
    }

    /// A day without anything else that the draft says.
    private func only(_ day: DateDraft.Day) -> DateAnswer {
        var context = context
        context.acceptsPast = true
        var draft = DateDraft()
        draft.day = day
        return DayResolver(
            draft: draft, context: context, zones: zones, zone: zone, calendar: zone,
            notes: []
        ).answer()
    }
}

extension LocalTime {
    fileprivate func isBefore(_ day: LocalTime) -> Bool { dayCount < day.dayCount }
}
