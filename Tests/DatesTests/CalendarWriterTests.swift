import Dates
import FoundationEssentials
import Testing

@Suite struct CalendarWriterTests {
    private let zones = ZoneDatabase.system
    private let stamp = Date(timeIntervalSince1970: 1_790_000_000)

    private func read(_ text: String) throws -> CalendarFile {
        try CalendarReader(zones: zones, floating: .utc).read(text)
    }

    @Test("what is written is read again as the same")
    func roundTrip() throws {
        let entry = CalendarEntry(
            uid: "deadline-1@example.org", sequence: 3,
            summary: "Essay; \"final\", part\\one\nसाहित्य " + String(repeating: "é", count: 200),
            details: "Chapter 4", url: "https://example.org/a?b=c,d", start: stamp,
            end: stamp + 3_600, lastModified: stamp, leads: [604_800, 21_600, 900, 1, 0])
        let file = try read(CalendarWriter().write([entry], name: "Cohort, A", at: stamp))
        let event = try #require(file.events.first)
        #expect(file.faults == [] && file.name == "Cohort, A" && file.method == "PUBLISH")
        #expect(event.uid == entry.uid && event.sequence == 3 && event.summary == entry.summary)
        #expect(event.details == entry.details && event.url == entry.url)
        #expect(event.start.date == entry.start && event.end?.date == entry.end)
        #expect(event.lastModified == stamp && event.leads == entry.leads)
        #expect(event.status == .confirmed)
    }

    @Test(
        "what repeats is written on the clocks of its zone, with a description that others can use",
        arguments: ["America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC", "UTC+05:30"])
    func series(name: String) throws {
        let zone = try #require(zones.zone(named: name))
        var rule = Recurrence(.weekly)
        rule.end = .onDay(try #require(LocalTime(year: 2027, month: 6, day: 1)))
        let series = Series(start: zone.local(stamp), zone: zone, rule: rule)
        let entry = CalendarEntry(uid: "w", summary: "Read", start: stamp, series: series)
        let text = CalendarWriter().write([entry], at: stamp)
        let expected = series.moments(limit: 100)
        #expect(try read(text).events.first?.moments(limit: 100) == expected)
        // The description alone, under a name that nobody knows.
        let hidden = text.replacing("TZID:\(name)", with: "TZID:X")
            .replacing("TZID=\(name)", with: "TZID=X")
        #expect(try read(hidden).events.first?.moments(limit: 100) == expected)
    }

    @Test("no line is longer than 75 bytes, every one ends with CRLF, and no character is cut")
    func folding() {
        let entry = CalendarEntry(
            uid: "1", summary: String(repeating: "हिन्दी 🎉 ", count: 60), start: stamp)
        let text = CalendarWriter().write([entry], at: stamp)
        let lines = Array(text.utf8).split(separator: 0x0A)
        #expect(lines.allSatisfy { $0.last == 0x0D && $0.count <= 76 })
        #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
    }

    @Test("nothing that a person writes becomes a line of its own")
    func injection() throws {
        let entry = CalendarEntry(
            uid: "1\r\nEND:VEVENT", summary: "a\r\nATTENDEE:b\u{0}", url: "x\r\nATTACH:y",
            start: stamp)
        let text = CalendarWriter().write([entry], at: stamp)
        #expect(!text.contains("\nATTENDEE") && !text.contains("\nATTACH"))
        #expect(try read(text).events.count == 1)
    }

    @Test("a cancelled entry says so and rings no alarm")
    func cancelled() throws {
        let entry = CalendarEntry(
            uid: "1", summary: "x", start: stamp, isCancelled: true, leads: [60])
        let event = try read(CalendarWriter().write([entry], at: stamp)).events.first
        #expect(event?.isCancelled == true && event?.leads == [])
    }
}
