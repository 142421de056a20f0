public import FoundationEssentials

/// What an import of a calendar file would change, before anything is changed.
///
/// Pure: what is known goes in, what is new, changed and gone comes out. The key is the UID with the moment of a series
/// that an event stands in place of. What is gone is only reported: a feed may be cut off at its term.
///
/// ```swift
/// let diff = CalendarDiff(file, known: taken)
/// diff.new.map(\.summary)
/// ```
public struct CalendarDiff: Hashable, Sendable {
    /// What is remembered of an event that an earlier import took.
    public struct Known: Hashable, Sendable {
        public var key: CalendarKey
        public var sequence: Int
        public var lastModified: Date?
        public var summary: String
        public var url: String
        public var due: Date

        public init(
            key: CalendarKey, sequence: Int = 0, lastModified: Date? = nil, summary: String,
            url: String = "", due: Date
        ) {
            self.key = key
            self.sequence = sequence
            self.lastModified = lastModified
            self.summary = summary
            self.url = url
            self.due = due
        }

        /// What to remember of an event that is taken now.
        public init(_ event: CalendarEvent) {
            self.init(
                key: event.key, sequence: event.sequence, lastModified: event.lastModified,
                summary: event.summary, url: event.url, due: event.due)
        }
    }

    /// An event that is known in another state.
    public struct Change: Hashable, Sendable {
        public let known: Known
        public let event: CalendarEvent

        public var isMoved: Bool { known.due != event.due }
        public var isRenamed: Bool { known.summary != event.summary }
    }

    public private(set) var new: [CalendarEvent] = []
    public private(set) var changed: [Change] = []
    /// Known events that the file calls off.
    public private(set) var cancelled: [Change] = []
    /// Known events of which the file has nothing new.
    public private(set) var unchanged: [Known] = []
    /// Known events of which the file has an older state than was taken: it is not taken back.
    public private(set) var outdated: [Change] = []
    /// Known events that the file does not have.
    public private(set) var gone: [Known] = []
    /// What of the file was not understood, with the lines.
    public private(set) var faults: [CalendarFault] = []

    /// Holds a file against what is known, in the order of the file; what is gone in the order of what is known.
    public init(_ file: CalendarFile, known: [Known]) {
        faults = file.faults
        let states = Dictionary(known.map { ($0.key, $0) }) { $1 }
        var seen: Set<CalendarKey> = []
        for event in file.events {
            seen.insert(event.key)
            guard let state = states[event.key] else {
                if !event.isCancelled { new.append(event) }
                continue
            }
            let change = Change(known: state, event: event)
            if state.isNewer(than: event) {
                outdated.append(change)
            } else if event.isCancelled {
                cancelled.append(change)
            } else if state.says(event) {
                unchanged.append(state)
            } else {
                changed.append(change)
            }
        }
        gone = known.filter { !seen.contains($0.key) }
    }
}

extension CalendarDiff.Known {
    /// Whether the event is an earlier state: a lower sequence number, or the same and an earlier change.
    fileprivate func isNewer(than event: CalendarEvent) -> Bool {
        if sequence != event.sequence { return sequence > event.sequence }
        guard let lastModified, let other = event.lastModified else { return false }
        return lastModified > other
    }

    /// Whether people would see no difference. Platforms raise the number for nothing and change a date without it, so
    /// the number alone decides nothing.
    fileprivate func says(_ event: CalendarEvent) -> Bool {
        summary == event.summary && due == event.due && url == event.url
    }
}

/// What stays the same while an event changes.
public struct CalendarKey: Hashable, Sendable {
    public let uid: String
    /// The moment of a series in place of which the event stands.
    public let moment: Date?

    public init(uid: String, moment: Date? = nil) {
        self.uid = uid
        self.moment = moment
    }
}

extension CalendarEvent {
    public var key: CalendarKey { CalendarKey(uid: uid, moment: recurrenceID?.date) }
}
