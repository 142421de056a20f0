import Dates
import Foundation
import Testing

@Suite struct CalendarFileOccurrencesTests {
    private static func read(_ lines: String) throws -> CalendarFile {
        try CalendarReader(zones: .system, floating: .utc).read(
            "BEGIN:VCALENDAR\n\(lines)END:VCALENDAR\n")
    }

    private let now = Date(timeIntervalSince1970: 1_795_428_000)  // 2026-11-23T10:00:00Z

    @Test("single events stay, a series becomes its next moments with what stands in their place")
    func moments() throws {
        let file = try Self.read(
            """
            BEGIN:VEVENT
            UID:one
            DTSTART:20200101T100000Z
            SUMMARY:Once
            END:VEVENT
            BEGIN:VEVENT
            UID:s
            DTSTART;TZID=Europe/Berlin:20261019T180000
            RRULE:FREQ=WEEKLY
            EXDATE;TZID=Europe/Berlin:20261207T180000
            SUMMARY:Live
            END:VEVENT
            BEGIN:VEVENT
            UID:s
            RECURRENCE-ID;TZID=Europe/Berlin:20261130T180000
            DTSTART;TZID=Europe/Berlin:20261201T190000
            SUMMARY:Live on Tuesday
            END:VEVENT

            """)
        let events = file.occurrences(after: now, limit: 3).events
        #expect(
            events.map { "\($0.uid) \($0.start.date.formatted(.iso8601))" } == [
                "one 2020-01-01T10:00:00Z", "s 2026-11-23T17:00:00Z", "s 2026-12-14T17:00:00Z",
                "s 2026-12-21T17:00:00Z", "s 2026-12-01T18:00:00Z",
            ])
        #expect(events.allSatisfy { $0.rule == nil })
        #expect(Set(events.map(\.key)).count == 5)
        #expect(file.seriesUIDs == ["s"])
    }

    @Test("days stay days, a task keeps its length, and a series that is called off has nothing")
    func kinds() throws {
        let file = try Self.read(
            """
            BEGIN:VEVENT
            UID:d
            DTSTART;VALUE=DATE:20261101
            RRULE:FREQ=MONTHLY
            SUMMARY:Day
            END:VEVENT
            BEGIN:VTODO
            UID:t
            DTSTART:20261101T100000Z
            DUE:20261103T100000Z
            RRULE:FREQ=MONTHLY
            SUMMARY:Task
            END:VTODO
            BEGIN:VEVENT
            UID:x
            DTSTART:20261101T100000Z
            RRULE:FREQ=DAILY
            STATUS:CANCELLED
            SUMMARY:Off
            END:VEVENT

            """)
        let events = file.occurrences(after: now, limit: 1).events
        #expect(
            events.map { "\($0.uid) \($0.due.formatted(.iso8601))" } == [
                "d 2026-12-01T23:59:00Z", "t 2026-12-03T10:00:00Z",
            ])
    }
}
