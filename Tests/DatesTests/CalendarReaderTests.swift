import Dates
import FoundationEssentials
import Testing

@Suite struct CalendarReaderTests {
    private let zones = ZoneDatabase.system

    private func read(_ lines: [String], in zone: String = "Europe/Madrid") throws -> CalendarFile {
        let floating = try #require(zones.zone(named: zone))
        return try CalendarReader(zones: zones, floating: floating)
            .read(lines.joined(separator: "\r\n") + "\r\n")
    }

    /// A calendar with one event of those lines.
    private func event(_ lines: String...) throws -> CalendarEvent {
        let file = try read(
            ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1"] + lines + ["END:VEVENT", "END:VCALENDAR"])
        #expect(file.faults == [])
        return try #require(file.events.first)
    }

    @Test(
        "a time is in UTC, in its zone, on the clocks of the reader, or a day",
        arguments: [
            ("DTSTART:20261201T180000Z", "2026-12-01T18:00:00Z"),
            ("DTSTART:20261201T180000", "2026-12-01T17:00:00Z"),
            ("DTSTART;TZID=America/New_York:20261201T180000", "2026-12-01T23:00:00Z"),
            ("DTSTART;TZID=\"Tokyo Standard Time\":20261201T180000", "2026-12-01T09:00:00Z"),
            ("DTSTART;TZID=India Standard Time:20261201T180000", "2026-12-01T12:30:00Z"),
            (
                "DTSTART;TZID=/mozilla.org/20070129_1/America/New_York:20261201T180000",
                "2026-12-01T23:00:00Z"
            ),
            (
                "DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Kolkata:20261201T180000",
                "2026-12-01T12:30:00Z"
            ),
            ("DTSTART;TZID=Asia/Calcutta:20261201T180000", "2026-12-01T12:30:00Z"),
            ("DTSTART;VALUE=DATE:20261201", "2026-11-30T23:00:00Z"),
            ("dtstart;value=date-time:20261201T180000Z", "2026-12-01T18:00:00Z"),
        ])
    func times(line: String, expected: String) throws {
        let event = try event(line)
        #expect(event.start.date.formatted(.iso8601) == expected)
        #expect(event.start.isAllDay == line.contains("VALUE=DATE:"))
    }

    @Test("what is due on a day is due at 23:59 of the reader's zone")
    func due() throws {
        #expect(
            try event("DTSTART;VALUE=DATE:20261201").due.formatted(.iso8601)
                == "2026-12-01T22:59:00Z")
        let file = try read([
            "BEGIN:VCALENDAR", "BEGIN:VTODO", "UID:t", "DUE:20261201T180000Z", "END:VTODO",
            "END:VCALENDAR",
        ])
        #expect(file.events.first?.kind == .task)
        #expect(file.events.first?.due.formatted(.iso8601) == "2026-12-01T18:00:00Z")
    }

    @Test("folded lines, a byte-order mark, escapes and any line ends are read")
    func text() throws {
        let text =
            "\u{FEFF}BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261201T180000Z\n"
            + "SUMMARY:Es\r\n say\\, part\\; one\\nsecond \\\\ line\r\n  हिन्\r\n\tदी\rEND:VEVENT\nEND:VCALENDAR"
        let file = try CalendarReader(zones: zones, floating: .utc).read(text)
        #expect(file.events.first?.summary == "Essay, part; one\nsecond \\ line हिन्दी")
        #expect(file.faults == [])
    }

    @Test("a zone that the file describes is used where nobody knows its name, wherever it stands")
    func describedZone() throws {
        let file = try read([
            "BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1",
            "DTSTART;TZID=Somewhere:20260701T120000", "END:VEVENT", "BEGIN:VEVENT", "UID:2",
            "DTSTART;TZID=Somewhere:20261201T120000", "END:VEVENT", "BEGIN:VTIMEZONE",
            "TZID:Somewhere", "BEGIN:STANDARD", "DTSTART:16011025T030000", "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "END:STANDARD",
            "BEGIN:DAYLIGHT", "DTSTART:16010325T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200",
            "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT", "END:VTIMEZONE",
            "END:VCALENDAR",
        ])
        #expect(
            file.events.map { $0.start.date.formatted(.iso8601) } == [
                "2026-07-01T10:00:00Z", "2026-12-01T11:00:00Z",
            ])
        #expect(file.faults == [])
    }

    @Test("a series leaves out its exceptions and what another event stands in place of")
    func series() throws {
        let file = try read([
            "BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:s",
            "DTSTART;TZID=Europe/Madrid:20261019T180000",
            "RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE;TZID=Europe/Madrid:20261026T180000",
            "RDATE;TZID=Europe/Madrid:20261030T100000", "END:VEVENT", "BEGIN:VEVENT", "UID:s",
            "RECURRENCE-ID;TZID=Europe/Madrid:20261102T180000",
            "DTSTART;TZID=Europe/Madrid:20261103T180000", "END:VEVENT", "END:VCALENDAR",
        ])
        let zone = try #require(zones.zone(named: "Europe/Madrid"))
        let days = file.events[0].moments(limit: 10).map { String(zone.local($0).description) }
        #expect(
            days == [
                "2026-10-19T18:00:00", "2026-10-30T10:00:00", "2026-11-09T18:00:00",
                "2026-11-16T18:00:00",
            ])
        #expect(file.events[1].recurrenceID != nil)
    }

    @Test("of the same event twice the one with the higher sequence, then the later change, counts")
    func sequence() throws {
        func lines(_ summary: String, _ more: String...) -> [String] {
            ["BEGIN:VEVENT", "UID:1", "DTSTART:20261201T180000Z", "SUMMARY:" + summary] + more
                + ["END:VEVENT"]
        }
        let file = try read(
            ["BEGIN:VCALENDAR", "METHOD:CANCEL"] + lines("new", "SEQUENCE:2")
                + lines("old", "SEQUENCE:1", "LAST-MODIFIED:20261101T000000Z")
                + lines("newest", "SEQUENCE:2", "LAST-MODIFIED:20261001T000000Z")
                + ["END:VCALENDAR"])
        #expect(file.events.map(\.summary) == ["newest"])
        #expect(file.events[0].isCancelled)
    }

    @Test("what is not understood is named with its line, and the rest is read")
    func faults() throws {
        let file = try read([
            "BEGIN:VCALENDAR", "nonsense", "BEGIN:VEVENT", "UID:1", "DTSTART:20261341T000000Z",
            "END:VEVENT", "BEGIN:VEVENT", "UID:2", "END:VEVENT", "BEGIN:VEVENT", "UID:3",
            "DTSTART;TZID=Nowhere:20261201T180000", "RRULE:FREQ=HOURLY", "END:VEVENT",
            "BEGIN:VJOURNAL", "END:VJOURNAL", "END:VFOO",
        ])
        #expect(file.events.map(\.uid) == ["3"])
        #expect(
            file.faults == [
                .init(line: 1, reason: .unbalanced("VCALENDAR")),
                .init(line: 2, reason: .noProperty),
                .init(line: 5, reason: .badValue(property: "DTSTART")),
                .init(line: 7, reason: .missing(property: "DTSTART")),
                .init(line: 12, reason: .unknownZone("Nowhere")),
                .init(line: 13, reason: .badRule(.unsupported("FREQ=HOURLY"))),
                .init(line: 15, reason: .component("VJOURNAL")),
                .init(line: 17, reason: .unbalanced("VFOO")),
            ])
    }

    @Test("alarms are so many seconds before the start")
    func alarms() throws {
        let event = try event(
            "DTSTART:20261201T180000Z", "BEGIN:VALARM", "TRIGGER:-P1DT2H", "END:VALARM",
            "BEGIN:VALARM", "TRIGGER;VALUE=DATE-TIME:20261201T170000Z", "END:VALARM")
        #expect(event.leads == [93_600, 3_600])
    }

    @Test("an alarm that counts from the end is before the start by as much less")
    func alarmsFromEnd() throws {
        let event = try event(
            "DTSTART:20261201T180000Z", "DTEND:20261201T190000Z", "BEGIN:VALARM",
            "TRIGGER;RELATED=END:-PT2H", "END:VALARM")
        #expect(event.leads == [3_600])
    }

    @Test("a start that is there twice is the first one, and the second is named")
    func repeated() throws {
        let file = try read([
            "BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "DTSTART:20261201T180000Z",
            "DTSTART:20261202T180000Z", "SEQUENCE:-1", "STATUS:MAYBE", "LAST-MODIFIED:now",
            "END:VEVENT", "END:VCALENDAR",
        ])
        #expect(file.events.first?.start.local.day == 1)
        #expect(
            file.faults == [
                .init(line: 5, reason: .repeated(property: "DTSTART")),
                .init(line: 6, reason: .badValue(property: "SEQUENCE")),
                .init(line: 7, reason: .badValue(property: "STATUS")),
                .init(line: 8, reason: .badValue(property: "LAST-MODIFIED")),
            ])
    }

    @Test("things without a UID are told apart")
    func nameless() throws {
        let lines = ["BEGIN:VEVENT", "DTSTART:20261201T180000Z", "SUMMARY:x", "END:VEVENT"]
        let file = try read(["BEGIN:VCALENDAR"] + lines + lines + ["END:VCALENDAR"])
        #expect(file.events.count == 2)
        #expect(Set(file.events.map(\.uid)).count == 2)
    }

    @Test("a file that is too large, too full, too deep or no calendar is refused")
    func refusals() throws {
        let reader = CalendarReader(zones: zones, floating: .utc)
        let many = String(
            repeating: "BEGIN:VEVENT\nUID:1\nDTSTART:20261201T180000Z\nEND:VEVENT\n", count: 5_001)
        #expect(throws: CalendarError.tooManyEvents) { try reader.read(many) }
        #expect(throws: CalendarError.tooLarge(bytes: 2_097_153)) {
            try reader.read(String(repeating: "x", count: 2_097_153))
        }
        #expect(throws: CalendarError.tooDeep(line: 17)) {
            try reader.read(String(repeating: "BEGIN:VEVENT\n", count: 1_000))
        }
        for text in ["", "hello", "SUMMARY:x\n", "\u{0}\u{0}"] {
            #expect(throws: CalendarError.notACalendar) { try reader.read(text) }
        }
    }

    @Test("whatever is broken in a file, reading it does no harm and takes no time")
    func mutations() throws {
        let sample = Array(
            """
            BEGIN:VCALENDAR
            BEGIN:VTIMEZONE
            TZID:Zone/X
            BEGIN:STANDARD
            DTSTART:16010101T000000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:1
            DTSTART;TZID="Zone/X":20261201T180000
            DURATION:P1DT2H
            RRULE:FREQ=MONTHLY;BYDAY=1MO,-1FR;COUNT=10
            EXDATE;VALUE=DATE:20261201,20270101
            SUMMARY;LANGUAGE=en:Fol
             ded \\n text
            BEGIN:VALARM
            TRIGGER;RELATED=START:-PT15M
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """.utf8)
        let reader = CalendarReader(zones: zones, floating: .utc)
        let pieces = [
            "BEGIN:VEVENT\n", "\n ", ":", ";", "=", "\"", "END:VEVENT\n", "99999999999", "-",
        ]
        var random = SeededGenerator(state: 9)
        for _ in 0..<800 {
            var bytes = sample
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(place..<min(place + 20, bytes.count - 1))
                default:
                    bytes.insert(
                        contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
                }
            }
            guard let file = try? reader.read(bytes) else { continue }
            for event in file.events { _ = event.moments(limit: 5) }
        }
    }
}
