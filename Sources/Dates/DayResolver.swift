import FoundationEssentials

/// Finds the moment that a draft means in one zone.
struct DayResolver {
    private(set) var draft: DateDraft
    let context: DateContext
    let zones: ZoneDatabase
    let zone: Zone
    private(set) var notes: [DateNote]
    /// What the clocks show now where days are counted: "tomorrow" is tomorrow there.
    let now: LocalTime

    init(
        draft: DateDraft, context: DateContext, zones: ZoneDatabase, zone: Zone, calendar: Zone,
        notes: [DateNote]
    ) {
        self.draft = draft
        self.context = context
        self.zones = zones
        self.zone = zone
        self.notes = notes
        now = calendar.local(context.now)
    }

    /// Midnight of the day that runs.
    var today: LocalTime { now.startOfDay }

    func answer() -> DateAnswer {
        if let repeats = draft.repeats { return first(of: repeats) }
        if let shift = draft.shift, !shift.isAnchored { return moved(by: shift) }
        let answer = draft.day.map(answer) ?? answerWithoutDay()
        guard let shift = draft.shift else { return answer }
        switch answer {
        case .moment(let moment): return moved(moment, by: shift)
        case .ask(.whichDay(let first, let last)) where shift.seconds != 0:
            // "An hour before midnight on Friday"
            guard case .moment(let first) = moved(first, by: shift),
                case .moment(let last) = moved(last, by: shift)
            else { return moved(last, by: shift) }
            return .ask(.whichDay(first: first, last: last))
        case .ask(.whichDay(let first, last: _)): return moved(first, by: shift)
        case .ask, .none: return answer
        }
    }

    private func moved(_ moment: Moment, by shift: DateDraft.Shift) -> DateAnswer {
        // "2 days after next Friday": the day is known now, the distance is added to it.
        guard let day = day(moment.local, plus: shift) else { return .none(.tooFar) }
        guard shift.seconds != 0 else { return dated(day.startOfDay) }
        // "2 hours before Friday 5pm"
        var notes = moment.notes
        let start = shift.days == 0 && shift.months == 0 ? moment.date : resolve(day, &notes)
        return self.moment(
            start.addingTimeInterval(Double(shift.seconds)), shift.grain, notes)
    }

    /// R6: months and days keep the wall clock, hours and less are elapsed time.
    private func moved(by shift: DateDraft.Shift) -> DateAnswer {
        guard var local = day(zone.local(context.now), plus: shift) else { return .none(.tooFar) }
        var grain = shift.grain
        var notes = notes
        if let clock = time(&notes) {
            if clock.isMidnight, shift.seconds == 0 { return undisputed(local.startOfDay) }
            local = clock.on(local)
            grain = clock.grain
        }
        var date = context.now
        if shift.months != 0 || shift.days != 0 || draft.clock != nil || draft.part != nil {
            date = resolve(local, &notes)
        }
        return moment(date.addingTimeInterval(Double(shift.seconds)), grain, notes)
    }

    private func day(_ start: LocalTime, plus shift: DateDraft.Shift) -> LocalTime? {
        guard abs(shift.months) <= 120_000, abs(shift.days) <= 3_650_000 else { return nil }
        let end = start.adding(months: shift.months).adding(days: shift.days)
        return (1...9_999).contains(end.year) ? end : nil
    }

    private func answerWithoutDay() -> DateAnswer {
        if let weekday = draft.weekday { return answer(weekday: weekday.day, weekday.choice) }
        // R2: a time without a date is the next such time.
        let answer = dated(today)
        guard case .none(.past) = answer else {
            guard case .moment(let moment) = answer, moment.date <= context.now else {
                return answer
            }
            return dated(today.adding(days: 1))
        }
        return dated(today.adding(days: 1))
    }

    /// R3: the next such weekday, never today unless a time says so.
    private func answer(weekday: Weekday, _ choice: DateDraft.WeekdayChoice) -> DateAnswer {
        let monday = today.adding(days: 1 - today.weekday.rawValue)
        let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
        switch choice {
        case .week(let weeks):
            return dated(monday.adding(days: weeks * 7 + weekday.rawValue - 1))
        case .fromToday(let weeks):
            return dated(today.adding(days: ahead + weeks * 7))
        case .last:
            return dated(today.adding(days: ahead - 7))
        case .next(let weeks):
            if ahead == 0, draft.clock != nil || draft.part != nil, weeks == 0,
                case .moment(let moment) = dated(today), moment.date > context.now
            {
                return .moment(moment)
            }
            return dated(today.adding(days: (ahead == 0 ? 7 : ahead) + weeks * 7))
        }
    }
}

// From a day to an instant.
extension DayResolver {
    /// The moment on a day at the draft's time; R1 where it has none.
    func dated(_ day: LocalTime) -> DateAnswer {
        guard (1...9_999).contains(day.year) else { return .none(.tooFar) }
        if let weekday = draft.weekday, draft.day != nil, draft.shift == nil,
            weekday.day != day.weekday
        {
            return disagreement(day, weekday.day)
        }
        return undisputed(day)
    }

    private func undisputed(_ day: LocalTime) -> DateAnswer {
        var notes = notes
        guard let clock = time(&notes) else {
            let end = DateDraft.Clock(hour: 23, minute: 59).on(day)
            return moment(resolve(end, &notes), .day, notes + [.assumedEndOfDay])
        }
        let date = resolve(clock.on(day), &notes)
        // Five o'clock comes twice a day, and the next one is meant.
        if clock.isBareHour, !draft.hasDay, draft.part == nil, date <= context.now, day == today {
            var later = self
            later.draft.clock?.hour += 12
            later.draft.clock?.isBareHour = false
            let answer = later.with(.assumedAfternoon).undisputed(day)
            if case .moment(let moment) = answer, moment.date > context.now { return answer }
        }
        // "Today at midnight" is the midnight to come, and "tonight at 2" lies behind it.
        if clock.hour == 0 && clock.minute == 0 || clock.hour < 5 && draft.part == .night,
            draft.day == .offset(0), date < context.now
        {
            return moment(resolve(clock.on(day.adding(days: 1)), &notes), clock.grain, notes)
        }
        if clock.isMidnight, draft.hasDay {
            return midnight(moment(date, clock.grain, notes), at: day.adding(days: 1))
        }
        return moment(date, clock.grain, notes)
    }

    /// "Friday midnight" is the end of Friday for whoever hands in by then, and its beginning for the calendar.
    private func midnight(_ beginning: DateAnswer, at next: LocalTime) -> DateAnswer {
        var notes = notes
        let end = moment(resolve(next, &notes), .hour, notes)
        // A night ends the day that it is named after.
        if draft.part == .night || draft.part == .evening { return end }
        switch (beginning, end) {
        // A date with its year is written as calendars count.
        case (.moment, _) where draft.day?.hasYear == true: return beginning
        case (.moment(let first), .moment(let last)):
            return .ask(.whichDay(first: first, last: last))
        default: return end
        }
    }

    private func with(_ note: DateNote) -> DayResolver {
        var copy = self
        copy.notes.append(note)
        return copy
    }

    private func disagreement(_ day: LocalTime, _ weekday: Weekday) -> DateAnswer {
        let ahead = (weekday.rawValue - today.weekday.rawValue + 6) % 7 + 1
        let asWritten = undisputed(day)
        guard case .moment(let date) = asWritten,
            case .moment(let next) = undisputed(today.adding(days: ahead))
        else { return asWritten }
        return .ask(.weekdayOrDate(date: date, weekday: next))
    }

    /// The time that the draft says, with the part of the day worked in.
    func time(_ notes: inout [DateNote]) -> DateDraft.Clock? {
        guard var clock = draft.clock else {
            guard let part = draft.part else { return nil }
            notes.append(.assumedHour)
            return DateDraft.Clock(hour: part.hour)
        }
        if let part = draft.part, clock.isTwelveHour {
            clock.isNamed = part == .night && clock.hour == 12
            clock.hour = part.hour(of: clock.hour)
        } else if clock.isBareHour {
            notes.append(.assumedMorning)
        }
        return clock
    }

    /// R5: moved over a gap, the first of two.
    private func resolve(_ local: LocalTime, _ notes: inout [DateNote]) -> Date {
        let resolved = zone.instants(of: local)
        switch resolved {
        case .one: break
        case .gap: notes.append(.gapMoved)
        case .twice: notes.append(.firstOfTwo)
        }
        return resolved.date
    }

    private func moment(_ date: Date, _ grain: DateGrain, _ notes: [DateNote]) -> DateAnswer {
        let moment = Moment(date: date, grain: grain, zone: zone, notes: notes)
        guard (1...9_999).contains(moment.local.year) else { return .none(.tooFar) }
        return date < context.now && !context.acceptsPast ? .none(.past(moment)) : .moment(moment)
    }
}

extension DateDraft.Day {
    fileprivate var hasYear: Bool {
        switch self {
        case .calendar(let year, month: _, day: _), .slashes(_, _, year: let year): year != nil
        default: false
        }
    }
}

extension DateDraft.Clock {
    /// Whether it is a day's beginning or end in words; 0:00 and 24:00 are exact.
    fileprivate var isMidnight: Bool { isNamed && hour == 0 && minute == 0 }

    /// This time on the day of another; 24:00 is the next midnight.
    func on(_ day: LocalTime) -> LocalTime {
        day.startOfDay.adding(seconds: hour * 3_600 + minute * 60 + second)
    }
}
