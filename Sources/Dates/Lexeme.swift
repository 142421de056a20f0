/// What a word can mean in a date, whatever the language.
///
/// The grammar knows only these; a language is a table from words to them.
enum Lexeme: Hashable, Sendable {
    case number(Int)
    case ordinal(Int)
    /// A number that counts and is no hour: `a couple of`, `a few`.
    case vague
    /// `st` in `1st`.
    case ordinalSuffix
    case half, quarter
    /// The nought of "six oh two".
    case zero
    /// So many halves in one word: 3 for `डेढ़`.
    case halves(Int)
    /// Behind the number of a day: `तारीख`.
    case dayMark
    /// A feast that is the same day every year.
    case feast(month: Int, day: Int)
    /// Stands before a day: `lendemain de`, `víspera de`.
    case dayAfter, dayBefore
    case month(Int)
    case weekday(Weekday)
    /// A short weekday that is also an ordinary word, such as `sun`; alone it does not begin or end a sentence.
    case weak
    case unit(DateUnit)
    /// Days from today: `tomorrow` is 1.
    case dayOffset(Int)
    case now
    case clock(hour: Int)
    case endOfDay
    case part(DayPart)
    /// A part of today in one word, such as `tonight`.
    case todayPart(DayPart)
    case am, pm
    /// What may stand behind an hour: `o'clock`, `h`.
    case hourMark
    /// Stands before a duration: `in`, `within`.
    case within
    /// Stands behind a duration: `from now`, `later`.
    case later
    case ago
    /// The same before a duration: `hace`, `il y a`.
    case agoBefore
    /// Stands between a duration and a day: `after`, `from`.
    case after
    case before
    /// Stands between the two ends of a range: `to`, `hasta`.
    case upTo
    /// Stands before the two ends of a range that "and" joins.
    case between
    case this, next, last, coming
    /// "Next" behind its word: `que viene`, `prochain`.
    case nextBehind
    case end, beginning
    /// The end of the running unit in one word, such as `eom`.
    case endOf(DateUnit)
    case at, on, of, and
    /// Carries no meaning for a date: `the`, `by`, `due`.
    case filler
    /// Belongs to the date before it and carries no meaning: `तक`, `को`.
    case postposition
    case article
    /// What makes a bare number a day of the month: `el 15`, `le 15`, `dia 15`.
    case dayArticle
    case past, to
    /// Behind an hour: `menos cuarto`.
    case minus
    /// Minutes that stand before their hour: 30 for `साढ़े`, -15 for `पौने`.
    case minutesBefore(Int)
    case every
    /// The same with its unit in one word: `weekly`.
    case everyUnit(DateUnit, count: Int)
    /// `other` in "every other Monday".
    case other
    /// A weekday that repeats because it is in the plural: `mondays`, `los lunes`.
    case plural
    /// `weekday`: Monday to Friday; `weekend`: Saturday and Sunday.
    case workdays, weekendDays
    /// Stands before the first day of something that repeats: `starting`.
    case starting
    /// Stands behind a count: `times`.
    case times
    /// `time` in `New York time`.
    case zoneWord
    /// The same before the place: `hora de`, `heure de`.
    case zoneOf
    case anywhereOnEarth
}

/// A unit of time that people count in.
enum DateUnit: Hashable, Sendable {
    case second, minute, hour, day, week, fortnight, month, year, decade
}

/// A part of the day, with the hour that is meant when none is said.
enum DayPart: Hashable, Sendable {
    case morning, afternoon, evening, night
    /// The morning of a language in which twelve belongs to it: `12 de la mañana` is noon.
    case forenoon
    /// Daylight: `दिन में`.
    case daytime

    var hour: Int {
        switch self {
        case .morning, .forenoon: 9
        case .daytime: 12
        case .afternoon: 15
        case .evening, .night: 20
        }
    }

    /// The hour of 24 for one of 12: 8 in the evening is 20.
    func hour(of hour: Int) -> Int {
        switch self {
        case .morning: hour == 12 ? 0 : hour
        case .forenoon: hour
        case .daytime: hour < 7 ? hour + 12 : hour
        case .afternoon, .evening: hour < 12 ? hour + 12 : hour
        case .night: hour == 12 ? 0 : hour >= 5 && hour < 12 ? hour + 12 : hour
        }
    }
}
