import FoundationEssentials

/// Makes events of drafts: finds their zones, joins series with what stands in place of single moments.
struct CalendarAssembly {
    private let parser: CalendarParser
    private let database: ZoneDatabase
    private let floating: Zone
    private var known: [String: Zone] = [:]
    private var faults: [CalendarFault]
    private var rules = 100
    private var nameless: [String: Int] = [:]

    init(_ parser: CalendarParser, zones: ZoneDatabase, floating: Zone) {
        self.parser = parser
        database = zones
        self.floating = floating
        faults = parser.faults
    }

    mutating func file() -> CalendarFile {
        var file = CalendarFile()
        (file.name, file.method) = (parser.name, parser.method)
        var places: [CalendarKey: Int] = [:]
        for draft in parser.drafts {
            guard var event = event(draft) else { continue }
            if file.method == "CANCEL" { event.status = .cancelled }
            // The same event twice: the newer one counts.
            if draft.uid.isEmpty { event.uid = unused(event.uid) }
            let key = event.key
            if let place = places[key] {
                if !file.events[place].isNewer(than: event) { file.events[place] = event }
            } else {
                places[key] = file.events.count
                file.events.append(event)
            }
        }
        for event in file.events {
            guard let moment = event.recurrenceID?.date,
                let place = places[CalendarKey(uid: event.uid)]
            else { continue }
            file.events[place].exceptions.insert(moment)
        }
        file.faults = faults.sorted { $0.line < $1.line }
        return file
    }

    /// Two things without a UID are two things, even where they look the same.
    private mutating func unused(_ uid: String) -> String {
        nameless[uid, default: 0] += 1
        let count = nameless[uid, default: 1]
        return count == 1 ? uid : "\(uid)#\(count)"
    }

    private mutating func event(_ draft: CalendarDraft) -> CalendarEvent? {
        guard !draft.hasBrokenTime else { return nil }
        let due = draft.due ?? draft.end
        guard let first = draft.start ?? (draft.kind == .task ? due : nil) else {
            note(.missing(property: draft.kind == .task ? "DUE" : "DTSTART"), at: draft.line)
            return nil
        }
        var event = CalendarEvent(kind: draft.kind, start: time(first), line: draft.line)
        event.end = (draft.kind == .task ? due : draft.end).map { time($0) }
        if event.end == nil, let duration = draft.duration, duration >= 0 {
            let end = event.start.date.addingTimeInterval(Double(duration))
            event.end = EventTime(
                local: event.start.zone.local(end), zone: event.start.zone,
                isAllDay: event.start.isAllDay)
        }
        (event.summary, event.details) = (draft.summary, draft.details)
        (event.location, event.url) = (draft.location, draft.url)
        (event.sequence, event.status, event.rule) = (draft.sequence, draft.status, draft.rule)
        event.lastModified = draft.lastModified.map { time($0).date }
        event.recurrenceID = draft.recurrenceID.map { time($0) }
        event.additions = draft.additions.map { time($0).date }
        event.exceptions = Set(draft.exceptions.flatMap { exceptions($0, event.start) })
        event.leads = draft.leads
        if let end = event.end?.date {
            let length = Int(end.timeIntervalSince(event.start.date).rounded())
            event.leads += draft.leadsToEnd.map { $0 - length }
        }
        event.leads += draft.triggersAt.map { at in
            Int(event.start.date.timeIntervalSince(time(at).date).rounded())
        }
        event.uid = draft.uid
        if draft.uid.isEmpty {
            note(.missing(property: "UID"), at: draft.line)
            event.uid = "\(draft.summary)@\(event.start.local)"
        }
        return event
    }

    /// A whole day leaves out the moment of the series on that day.
    private mutating func exceptions(_ written: CalendarDraft.Time, _ start: EventTime) -> [Date] {
        guard case .day(let day) = written.value, !start.isAllDay else {
            return [time(written).date]
        }
        let local = day.startOfDay.adding(seconds: start.local.secondOfDay)
        return [start.zone.instants(of: local).date]
    }

    private mutating func time(_ written: CalendarDraft.Time) -> EventTime {
        switch written.value {
        case .utc(let local): return EventTime(local: local, zone: .utc)
        case .day(let day):
            return EventTime(local: day, zone: floating, isAllDay: true)
        case .local(let local):
            return EventTime(local: local, zone: zone(written.zone, at: written.line))
        }
    }

    private mutating func zone(_ name: String?, at line: Int) -> Zone {
        guard let name, !name.isEmpty else { return floating }
        if let zone = known[name] { return zone }
        let description = parser.zones.first { $0.name == name }
        let zone: Zone
        // A distance from UTC as a name may be described as anything; every other known name is kept up to date by
        // the system, and what a file says of it may be years old.
        if let named = database.zone(calendarName: name),
            description == nil || Zone(fixed: name) == nil
        {
            zone = named
        } else if let place = description?.location, let named = database.zone(calendarName: place)
        {
            zone = named
        } else if let described = description?.zone(name, rules: &rules) {
            zone = described
        } else {
            note(.unknownZone(String(name.prefix(80))), at: line)
            zone = floating
        }
        if known.count < 1_000 { known[name] = zone }
        return zone
    }

    private mutating func note(_ reason: CalendarFault.Reason, at line: Int) {
        guard faults.count < CalendarParser.mostFaults else { return }
        faults.append(CalendarFault(line: line, reason: reason))
    }
}
