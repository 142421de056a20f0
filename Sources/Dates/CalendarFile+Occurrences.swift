public import FoundationEssentials

extension CalendarFile {
    /// The same file with every series as its single moments: of each the next ones later than `now`, at most `limit`.
    ///
    /// For whoever keeps things that are due once: exceptions, additions and moments that another event stands in place
    /// of all come out as what they are. Each is keyed by the series' UID and its moment, so that reading the file again
    /// finds the same ones. A series that is called off has no moments.
    public func occurrences(after now: Date, limit: Int) -> CalendarFile {
        var file = self
        file.events = events.flatMap { event in
            guard event.isSeries else { return [event] }
            guard !event.isCancelled else { return [] }
            return event.moments(after: now, limit: limit).map { event.occurrence(at: $0) }
        }
        return file
    }

    /// The UIDs of what repeats in this file.
    public var seriesUIDs: Set<String> { Set(events.filter(\.isSeries).map(\.uid)) }
}

extension CalendarEvent {
    fileprivate var isSeries: Bool { rule != nil || !additions.isEmpty }

    /// One moment of a series as an event of its own.
    fileprivate func occurrence(at moment: Date) -> CalendarEvent {
        var event = self
        event.rule = nil
        (event.additions, event.exceptions) = ([], [])
        event.start = time(at: moment)
        event.recurrenceID = event.start
        event.end = end.map { time(at: moment + $0.date.timeIntervalSince(start.date)) }
        return event
    }

    private func time(at date: Date) -> EventTime {
        EventTime(local: start.zone.local(date), zone: start.zone, isAllDay: start.isAllDay)
    }
}
