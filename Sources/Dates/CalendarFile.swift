/// What a calendar file says: its events, and what of it was not understood.
public struct CalendarFile: Hashable, Sendable {
    /// The name that the file gives itself.
    public internal(set) var name: String?
    /// `PUBLISH`, `CANCEL` and so on.
    public internal(set) var method: String?
    public internal(set) var events: [CalendarEvent] = []
    /// What was passed over, in the order of the lines; at most 1,000.
    public internal(set) var faults: [CalendarFault] = []
}

/// Something in a calendar file that was not understood, and where.
public struct CalendarFault: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// No `NAME:value`.
        case noProperty
        case badValue(property: String)
        case missing(property: String)
        /// There once more than it may be; the first one counts.
        case repeated(property: String)
        /// A zone that nobody knows and the file does not describe; the reader's own was taken.
        case unknownZone(String)
        case badRule(RecurrenceFault)
        /// A kind of component that has no deadline, such as a journal.
        case component(String)
        /// An `END` without its `BEGIN`, or the other way round.
        case unbalanced(String)
        case lineTooLong
    }

    public let line: Int
    public let reason: Reason

    public init(line: Int, reason: Reason) {
        self.line = line
        self.reason = reason
    }
}

/// Why a calendar file was refused as a whole.
public enum CalendarError: Error, Hashable, Sendable {
    case tooLarge(bytes: Int)
    case tooManyEvents
    case tooDeep(line: Int)
    case notACalendar
}
