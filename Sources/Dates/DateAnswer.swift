public import FoundationEssentials

/// What a text means as a date: a moment, a question, or nothing.
public enum DateAnswer: Hashable, Sendable {
    case moment(Moment)
    /// The text has several meanings, and only the person knows which.
    case ask(DateQuestion)
    case none(NoDate)
}

/// An instant that a text means, with what had to be decided on the way.
public struct Moment: Hashable, Sendable {
    public let date: Date
    public let grain: DateGrain
    /// The zone that applied: the one in the text, or the context's.
    public let zone: Zone
    /// What the person should be told about it.
    public let notes: [DateNote]
    /// What repeats, with `date` as its first moment.
    public internal(set) var series: Series?
    /// The end of a range.
    public internal(set) var end: Date?

    public init(date: Date, grain: DateGrain, zone: Zone, notes: [DateNote] = []) {
        self.date = date
        self.grain = grain
        self.zone = zone
        self.notes = notes
    }

    /// What the clocks of its zone show.
    public var local: LocalTime { zone.local(date) }
}

/// How exactly a text names its moment.
public enum DateGrain: Hashable, Sendable {
    case day, hour, minute, second
}

/// A decision by a written rule that the person should hear of.
public enum DateNote: Hashable, Sendable {
    /// The clocks jump over that time; it was moved on by the gap.
    case gapMoved
    /// The clocks show that time twice; the first one was taken.
    case firstOfTwo
    /// No time was given: the day ends at 23:59.
    case assumedEndOfDay
    /// Only a part of the day was given, such as "evening".
    case assumedHour
    /// An hour of twelve without its half of the day, such as "at 5", was taken for the morning.
    case assumedMorning
    /// The same taken for the afternoon, because the morning's is over.
    case assumedAfternoon
    /// The zone was written in the text.
    case zoneFromText
}

/// What has to be asked before a text is a moment; every option is a whole answer.
public enum DateQuestion: Hashable, Sendable {
    /// The letters of a zone stand for several, or contradict the season.
    case zone(options: [Moment], words: String)
    /// 3/4: the third of April or the fourth of March.
    case dayOrMonth(Moment, Moment)
    /// The weekday and the date disagree: the date as written, and the weekday as written.
    case weekdayOrDate(date: Moment, weekday: Moment)
    /// "Next week" has many days: the first and the last. Also the two days that "tomorrow 5pm CET" may mean where
    /// it is already tomorrow in one of the zones.
    case whichDay(first: Moment, last: Moment)
    /// Other languages than the reader's understand it, and not all of them the same.
    case reading(options: [Moment])

    /// What to offer, in the order in which to offer it.
    public var options: [Moment] {
        switch self {
        case .zone(let options, words: _), .reading(let options): options
        case .dayOrMonth(let a, let b), .weekdayOrDate(date: let a, weekday: let b),
            .whichDay(first: let a, last: let b):
            [a, b]
        }
    }
}

/// Why a text is no moment.
public enum NoDate: Hashable, Sendable {
    case notADate
    /// It has been.
    case past(Moment)
    /// The calendar has no such day, such as 31 February.
    case impossible
    /// Beyond the year 9999.
    case tooFar
    /// It repeats, as "every Monday" does, and a single moment is wanted here or the rule is not clear.
    case recurring
}
