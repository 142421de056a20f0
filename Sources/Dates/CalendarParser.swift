/// Goes through the lines of a calendar file and collects what they say.
struct CalendarParser {
    private(set) var name: String?
    private(set) var method: String?
    private(set) var drafts: [CalendarDraft] = []
    private(set) var zones: [ZoneDraft] = []
    private(set) var faults: [CalendarFault] = []
    private var open: [(name: String, line: Int)] = []
    private var draft: CalendarDraft?
    private var zone: ZoneDraft?
    private var observance: ZoneDraft.Observance?

    private static let deepest = 16
    static let mostFaults = 1_000

    mutating func read(_ bytes: [UInt8]) throws(CalendarError) {
        var lines = ContentLines(bytes)
        var hasBegun = false
        while let (bytes, number) = lines.next() {
            guard let bytes else {
                note(.lineTooLong, at: number)
                continue
            }
            guard let line = ContentLine(bytes, number: number) else {
                note(.noProperty, at: number)
                continue
            }
            switch line.name {
            case "BEGIN":
                hasBegun = true
                try begin(line)
            case "END": try end(line)
            default: take(line)
            }
        }
        guard hasBegun else { throw .notACalendar }
        for (name, line) in open { note(.unbalanced(name), at: line) }
        // A file that was cut off has said enough of its last event, or its missing parts are named.
        try finishDraft()
    }

    private mutating func begin(_ line: ContentLine) throws(CalendarError) {
        let name = line.trimmed.uppercased()
        guard open.count < Self.deepest else { throw .tooDeep(line: line.number) }
        switch name {
        case "VEVENT" where draft == nil: draft = CalendarDraft(kind: .event, line: line.number)
        case "VTODO" where draft == nil: draft = CalendarDraft(kind: .task, line: line.number)
        case "VTIMEZONE": zone = ZoneDraft()
        case "STANDARD", "DAYLIGHT": observance = .init()
        case "VCALENDAR", "VALARM": break
        default: note(.component(String(name.prefix(40))), at: line.number)
        }
        open.append((name, line.number))
    }

    private mutating func end(_ line: ContentLine) throws(CalendarError) {
        let name = line.trimmed.uppercased()
        guard let place = open.lastIndex(where: { $0.name == name }) else {
            note(.unbalanced(String(name.prefix(40))), at: line.number)
            return
        }
        for (inner, start) in open[(place + 1)...] { note(.unbalanced(inner), at: start) }
        let closed = open[place...].map(\.name)
        open.removeSubrange(place...)
        for name in closed.reversed() {
            switch name {
            case "VEVENT", "VTODO":
                if !open.contains(where: { $0.name == "VEVENT" || $0.name == "VTODO" }) {
                    try finishDraft()
                }
            case "VTIMEZONE":
                if let zone { zones.append(zone) }
                zone = nil
            case "STANDARD", "DAYLIGHT":
                if let observance { zone?.observances.append(observance) }
                observance = nil
            default: break
            }
        }
    }

    private mutating func finishDraft() throws(CalendarError) {
        guard let draft else { return }
        guard drafts.count < CalendarReader.mostEvents else { throw .tooManyEvents }
        drafts.append(draft)
        self.draft = nil
    }

    private mutating func take(_ line: ContentLine) {
        switch open.last?.name {
        case "VEVENT", "VTODO": takeOfEvent(line)
        case "VALARM": takeOfAlarm(line)
        case "STANDARD", "DAYLIGHT": takeOfObservance(line)
        case "VTIMEZONE":
            if line.name == "TZID" { zone?.name = line.text }
            if line.name == "X-LIC-LOCATION" { zone?.location = line.text }
        case "VCALENDAR":
            if line.name == "METHOD" { method = line.text.uppercased() }
            if line.name == "X-WR-CALNAME" || line.name == "NAME" { name = line.unescaped }
        default: break
        }
    }

    mutating func note(_ reason: CalendarFault.Reason, at line: Int) {
        guard faults.count < Self.mostFaults else { return }
        faults.append(CalendarFault(line: line, reason: reason))
    }
}

// What the properties mean.
extension CalendarParser {
    private mutating func takeOfEvent(_ line: ContentLine) {
        switch line.name {
        case "UID": draft?.uid = line.unescaped
        case "SEQUENCE": takeSequence(line)
        case "SUMMARY": draft?.summary = line.unescaped
        case "DESCRIPTION": draft?.details = line.unescaped
        case "LOCATION": draft?.location = line.unescaped
        case "URL": draft?.url = line.text
        case "STATUS":
            draft?.status = .init(rawValue: line.trimmed.uppercased())
            if draft?.status == nil { note(.badValue(property: line.name), at: line.number) }
        case "LAST-MODIFIED":
            let time = time(line)
            draft?.lastModified = time
            if time == nil { note(.badValue(property: line.name), at: line.number) }
        case "DTSTART", "DTEND", "DUE", "RECURRENCE-ID": takeTime(line)
        case "DURATION":
            draft?.duration = CalendarDuration.seconds(line.trimmed)
            if draft?.duration == nil { note(.badValue(property: line.name), at: line.number) }
        case "RDATE":
            let times = times(line)
            draft?.additions += times
        case "EXDATE":
            let times = times(line)
            draft?.exceptions += times
        case "RRULE":
            do {
                draft?.rule = try Recurrence(line.trimmed)
            } catch {
                note(.badRule(error), at: line.number)
            }
        default: break
        }
    }

    private mutating func takeSequence(_ line: ContentLine) {
        guard let number = Int(line.trimmed), number >= 0 else {
            note(.badValue(property: line.name), at: line.number)
            return
        }
        draft?.sequence = number
    }

    private mutating func takeOfAlarm(_ line: ContentLine) {
        guard line.name == "TRIGGER", (draft?.alarms ?? 0) < 100 else { return }
        let text = line.trimmed
        if let seconds = CalendarDuration.seconds(text) {
            if line.parameter("RELATED")?.uppercased() == "END" {
                draft?.leadsToEnd.append(-seconds)
            } else {
                draft?.leads.append(-seconds)
            }
        } else if let at = time(line) {
            draft?.triggersAt.append(at)
        } else {
            note(.badValue(property: line.name), at: line.number)
        }
    }

    private mutating func takeOfObservance(_ line: ContentLine) {
        let text = line.trimmed
        switch line.name {
        case "DTSTART": observance?.start = CalendarTime(text)?.wall
        case "TZOFFSETFROM": observance?.from = Self.offset(text)
        case "TZOFFSETTO": observance?.to = Self.offset(text)
        case "TZNAME": observance?.name = text
        case "RRULE": observance?.rule = try? Recurrence(text)
        case "RDATE":
            let dates = text.split(separator: ",").prefix(500).compactMap { CalendarTime($0)?.wall }
            observance?.additions += dates
        default: break
        }
    }

    /// `+0530`, `-083000`.
    private static func offset(_ text: String) -> Int? {
        let digits = text.utf8.dropFirst().map { Int($0) - 0x30 }
        guard let sign = text.utf8.first, sign == 0x2B || sign == 0x2D,
            digits.count == 4 || digits.count == 6, digits.allSatisfy((0...9).contains)
        else { return nil }
        let seconds = digits.count == 6 ? digits[4] * 10 + digits[5] : 0
        let offset =
            (digits[0] * 10 + digits[1]) * 3_600 + (digits[2] * 10 + digits[3]) * 60 + seconds
        guard offset <= 93_600 else { return nil }
        return sign == 0x2D ? -offset : offset
    }

    private func time(_ line: ContentLine) -> CalendarDraft.Time? {
        guard let value = CalendarTime(bytes: line.trimmedValue) else { return nil }
        return .init(value: value, zone: line.parameter("TZID"), line: line.number)
    }

    /// A time without which an event says nothing that can be relied on.
    private mutating func takeTime(_ line: ContentLine) {
        guard let time = time(line) else {
            note(.badValue(property: line.name), at: line.number)
            draft?.hasBrokenTime = true
            return
        }
        let property: WritableKeyPath<CalendarDraft, CalendarDraft.Time?> =
            switch line.name {
            case "DTSTART": \.start
            case "DTEND": \.end
            case "DUE": \.due
            default: \.recurrenceID
            }
        guard draft?[keyPath: property] == nil else {
            note(.repeated(property: line.name), at: line.number)
            return
        }
        draft?[keyPath: property] = time
    }

    /// The times of a list; of a period its beginning.
    private mutating func times(_ line: ContentLine) -> [CalendarDraft.Time] {
        var times: [CalendarDraft.Time] = []
        for item in line.text.split(separator: ",").prefix(1_000) {
            let start = item.split(separator: "/", maxSplits: 1).first ?? item
            guard let value = CalendarTime(String(start.filter { $0 != " " })) else {
                note(.badValue(property: line.name), at: line.number)
                continue
            }
            times.append(.init(value: value, zone: line.parameter("TZID"), line: line.number))
        }
        return times
    }
}
