/// What a text says of a date, before it is held against the calendar.
struct DateDraft: Sendable {
    var day: Day?
    /// A weekday beside the day or in place of it.
    var weekday: (day: Weekday, choice: WeekdayChoice)?
    var clock: Clock?
    var part: DayPart?
    var shift: Shift?
    var zone: ZoneWords?
    /// What was said of a repetition, such as "every second Monday".
    ///
    /// Kept elsewhere: a grammar copies its draft at every step, few texts repeat, and a rule is large.
    var repeats: Repetition? {
        get { repetition.first }
        set { repetition = newValue.map { [$0] } ?? [] }
    }
    private var repetition: [Repetition] = []
    /// Whether all that was found is a short word that may be no date at all, such as "sun".
    var isWeak = false

    var isEmpty: Bool {
        day == nil && weekday == nil && clock == nil && part == nil && shift == nil
            && repeats == nil
    }

    var hasDay: Bool { day != nil || weekday != nil || shift != nil }

    enum Day: Hashable, Sendable {
        case calendar(year: Int?, month: Int, day: Int)
        /// 3/4 or 3/4/2027, the order unknown.
        case slashes(Int, Int, year: Int?)
        /// "the 15th"; of the month so many months from now, or of whichever comes next.
        case dayOfMonth(Int, months: Int?)
        /// Days from today.
        case offset(Int)
        /// The nth weekday of a month, or the nth day where there is no weekday; -1 is the last.
        case nth(Int, Weekday?, Month)
        case endOf(DateUnit, from: Int)
        case beginningOf(DateUnit, from: Int)
        /// A week, month or year as a whole.
        case period(DateUnit, from: Int)
        /// Saturday and Sunday of the ISO week so many weeks from now.
        case weekend(from: Int)
        /// A week as ISO 8601 numbers it, such as 2026-W49.
        case isoWeek(year: Int, number: Int)
        case month(Month)
    }

    enum Month: Hashable, Sendable {
        case named(Int, year: Int?)
        /// Months from now.
        case fromNow(Int)
    }

    enum WeekdayChoice: Hashable, Sendable {
        /// The next one, and so many weeks after it.
        case next(weeksLater: Int)
        /// In the ISO week so many weeks from now.
        case week(Int)
        /// The last one before today.
        case last
        /// The first one from today on, today included, and so many weeks after it: "lundi en huit".
        case fromToday(weeksLater: Int)
    }

    struct Clock: Hashable, Sendable {
        var hour: Int
        var minute = 0
        var second = 0
        var grain = DateGrain.hour
        /// Whether a part of the day may still add twelve hours.
        var isTwelveHour = false
        /// Whether it was said with am or pm.
        var hasMeridiem = false
        /// Whether it is "noon" or "midnight" and not a number.
        var isNamed = false
        /// Whether it was said as people say an hour of twelve, such as "at 5", without the half of the day.
        var isBareHour = false
    }

    /// A distance in time: months and days by the calendar, seconds by the clock that never stops.
    struct Shift: Hashable, Sendable {
        var months = 0
        var days = 0
        var seconds = 0
        var grain = DateGrain.minute
        /// Whether it counts from a day that the text names, and not from now.
        var isAnchored = false
        /// Whether "in", "from now" or the like says that it is a distance and not a length.
        var isCertain = false
    }

    struct Repetition: Hashable, Sendable {
        /// Nil where something repeats and nobody can say how, as in "every now and then".
        var rule: Recurrence?
        /// The last day.
        var until: Day?
        /// The first day from which it counts.
        var from: Day?
        /// A part of the year, month and so on that its rule names, so that no day is missing.
        var isComplete = false
    }

    enum ZoneWords: Hashable, Sendable {
        case zone(Zone)
        /// Letters with their possible meanings.
        case abbreviation(String)
        case several([Zone], words: String)
    }
}
