import Dates
import FoundationEssentials
import Testing

/// A reader at a fixed moment: Monday, 23 November 2026, 10:00 in Toronto, English, country unknown.
struct DateReaderFixture {
    let zones = ZoneDatabase.system
    var reader: DateReader { DateReader(zones: zones) }

    func context(
        _ now: String = "2026-11-23 10:00", in zone: String = "America/Toronto",
        language: String = "en-GB", country: String? = nil
    ) throws -> DateContext {
        let zone = try #require(zones.zone(named: zone))
        return DateContext(
            now: zone.instants(of: try wall(now)).date, zone: zone, language: language,
            country: country)
    }

    func wall(_ text: String) throws -> LocalTime {
        let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
        return try #require(
            LocalTime(
                year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4]))
    }
}

/// What an answer says, short enough for a table: a local time, or what is asked, or why not.
func summary(_ answer: DateAnswer) -> String {
    func short(_ moment: Moment) -> String {
        String(moment.local.description.prefix(16)).replacing("T", with: " ")
    }
    switch answer {
    case .moment(let moment): return short(moment)
    case .ask(let question): return "ask " + question.options.map(short).joined(separator: " or ")
    case .none(.past(let moment)): return "past " + short(moment)
    case .none(let reason): return "\(reason)"
    }
}

/// The same with the rule of what repeats.
func summaryWithRule(_ answer: DateAnswer) -> String {
    guard case .moment(let moment) = answer, let series = moment.series else {
        return summary(answer)
    }
    return summary(answer) + " " + series.rule.description
}

@Suite struct DateReaderTests {
    private let fixture = DateReaderFixture()

    private func expect(_ text: String, _ expected: String, _ context: DateContext) {
        #expect(summary(fixture.reader.read(text, in: context)) == expected, "\(text)")
    }

    @Test(
        "R1 a date without a time ends at 23:59",
        arguments: [
            ("today", "2026-11-23 23:59"), ("tomorrow", "2026-11-24 23:59"),
            ("eod", "2026-11-23 23:59"), ("end of day", "2026-11-23 23:59"),
            ("tomorrow eod", "2026-11-24 23:59"), ("by eod Friday", "2026-11-27 23:59"),
            ("the day after tomorrow", "2026-11-25 23:59"), ("1 Dec 2026", "2026-12-01 23:59"),
            ("December 1st", "2026-12-01 23:59"), ("2026-12-01", "2026-12-01 23:59"),
            ("end of the month", "2026-11-30 23:59"), ("end of next month", "2026-12-31 23:59"),
            ("eom", "2026-11-30 23:59"), ("end of the week", "2026-11-29 23:59"),
            ("end of May", "2027-05-31 23:59"), ("the 15th", "2026-12-15 23:59"),
            ("last Friday of January", "2027-01-29 23:59"),
            ("third tuesday of september 2027", "2027-09-21 23:59"),
            ("last day of next month", "2026-12-31 23:59"),
            ("20 of next month", "2026-12-20 23:59"),
        ])
    func endOfDay(text: String, expected: String) throws {
        let context = try fixture.context()
        expect(text, expected, context)
    }

    @Test(
        "R2 a time without a date is the next such time",
        arguments: [
            ("17:00", "2026-11-23 17:00"), ("9:30", "2026-11-24 09:30"),
            ("5pm", "2026-11-23 17:00"),
            ("5 p.m.", "2026-11-23 17:00"), ("at 17", "2026-11-23 17:00"),
            ("10:00", "2026-11-24 10:00"), ("noon", "2026-11-23 12:00"),
            ("midnight", "2026-11-24 00:00"), ("half past six", "2026-11-23 18:30"),
            ("quarter to five pm", "2026-11-23 16:45"), ("20 past 4pm", "2026-11-23 16:20"),
            ("5 o'clock", "2026-11-23 17:00"), ("half past six in the evening", "2026-11-23 18:30"),
            ("tonight", "2026-11-23 20:00"), ("tonight at 8", "2026-11-23 20:00"),
            ("11 at night", "2026-11-23 23:00"), ("12am", "2026-11-24 00:00"),
            ("at 1730", "2026-11-23 17:30"), ("24:00", "2026-11-24 00:00"),
        ])
    func nextTime(text: String, expected: String) throws {
        let context = try fixture.context()
        expect(text, expected, context)
    }

    @Test(
        "R3 a weekday is the next one, this week's or next week's",
        arguments: [
            ("Friday", "2026-11-27 23:59"), ("Monday", "2026-11-30 23:59"),
            ("Monday 17:00", "2026-11-23 17:00"), ("Monday 9:00", "2026-11-30 09:00"),
            ("this Friday", "2026-11-27 23:59"), ("next Friday", "2026-12-04 23:59"),
            ("this Monday", "2026-11-23 23:59"), ("coming Wednesday", "2026-11-25 23:59"),
            ("Wednesday next week", "2026-12-02 23:59"), ("next week Tuesday", "2026-12-01 23:59"),
            ("Friday week", "2026-12-04 23:59"), ("a week on Monday", "2026-12-07 23:59"),
            ("Fri.", "2026-11-27 23:59"), ("Tue 24 Nov 17:00", "2026-11-24 17:00"),
            ("3 fridays from now", "2026-12-11 23:59"), ("sunday morning", "2026-11-29 09:00"),
            ("Friday 5", "2026-11-27 05:00"), ("next Friday 23:59", "2026-12-04 23:59"),
        ])
    func weekdays(text: String, expected: String) throws {
        let context = try fixture.context()
        expect(text, expected, context)
    }

    @Test(
        "R4 the order of 3/4 follows language and country, an impossible one flips, an unknown one is asked",
        arguments: [
            ("en-US", nil, "3/4", "2027-03-04 23:59"), ("en-GB", nil, "3/4", "2027-04-03 23:59"),
            ("en", "US", "3/4", "2027-03-04 23:59"), ("en", "IN", "3/4", "2027-04-03 23:59"),
            ("es", nil, "3/4", "2027-04-03 23:59"), ("en-US", "FR", "3/4", "2027-03-04 23:59"),
            ("en-US", nil, "31/12", "2026-12-31 23:59"),
            ("en-GB", nil, "12/31", "2026-12-31 23:59"),
            ("", nil, "3/4", "ask 2027-04-03 23:59 or 2027-03-04 23:59"),
            ("en", nil, "3/4", "ask 2027-04-03 23:59 or 2027-03-04 23:59"),
            ("en", nil, "3/3", "2027-03-03 23:59"), ("en", nil, "31/12/2026", "2026-12-31 23:59"),
            ("en", nil, "3.4.2027", "2027-04-03 23:59"), ("en", nil, "32/13", "notADate"),
            ("en", nil, "30/2", "impossible"), ("en-GB", nil, "1/12/26 18:00", "2026-12-01 18:00"),
        ] as [(String, String?, String, String)])
    func slashes(language: String, country: String?, text: String, expected: String) throws {
        expect(text, expected, try fixture.context(in: "UTC", language: language, country: country))
    }

    @Test(
        "R5 a time in a gap moves on, a time shown twice is the first, and both are said",
        arguments: [
            ("2026-03-07 12:00", "America/Toronto", "tomorrow 2:30", "2026-03-08 03:30", .gapMoved),
            (
                "2026-10-31 12:00", "America/Toronto", "tomorrow 1:30", "2026-11-01 01:30",
                .firstOfTwo
            ),
            ("2026-04-23 12:00", "Africa/Cairo", "tomorrow 0:30", "2026-04-24 01:30", .gapMoved),
            ("2026-03-05 02:30", "America/Toronto", "in 3 days", "2026-03-08 03:30", .gapMoved),
        ] as [(String, String, String, String, DateNote)])
    func daylight(now: String, zone: String, text: String, expected: String, note: DateNote) throws
    {
        let answer = fixture.reader.read(text, in: try fixture.context(now, in: zone))
        #expect(summary(answer) == expected)
        guard case .moment(let moment) = answer else { return }
        #expect(moment.notes == [note])
    }

    @Test(
        "R6 days keep the wall clock, hours are elapsed time",
        arguments: [
            ("in 3 days", "2026-11-03 10:00"), ("in 72 hours", "2026-11-03 09:00"),
            ("72 hours", "2026-11-03 09:00"), ("in 90 min", "2026-10-31 11:30"),
            ("in 1h 30m", "2026-10-31 11:30"), ("in 2h30", "2026-10-31 12:30"),
            ("2 days from now", "2026-11-02 10:00"), ("in 3 days at 5pm", "2026-11-03 17:00"),
            ("in half an hour", "2026-10-31 10:30"), ("in 2.5 hours", "2026-10-31 12:30"),
            ("in an hour and a half", "2026-10-31 11:30"), ("+15 minutes", "2026-10-31 10:15"),
            ("in a week", "2026-11-07 10:00"), ("in a month", "2026-11-30 10:00"),
            ("2 days after next Friday", "2026-11-08 23:59"),
            ("now + 40 minutes", "2026-10-31 10:40"),
            ("a week after tomorrow", "2026-11-08 23:59"), ("next hour", "2026-10-31 11:00"),
            ("1 hour, 5 minutes and 30 seconds", "2026-10-31 11:05"),
            ("in twenty five minutes", "2026-10-31 10:25"),
        ])
    func distances(text: String, expected: String) throws {
        expect(text, expected, try fixture.context("2026-10-31 10:00"))
    }

    @Test(
        "R7 a zone in the text wins, and letters with several meanings are asked",
        arguments: [
            ("next Friday 23:59 IST", "IN", "2026-12-04 23:59"),
            (
                "next Friday 23:59 IST", nil,
                "ask 2026-12-04 23:59 or 2026-12-04 23:59 or 2026-12-04 23:59"
            ),
            ("25 Nov 5pm CST", "US", "2026-11-25 17:00"),
            ("tomorrow 5pm CST", "US", "ask 2026-11-23 17:00 or 2026-11-24 17:00"),
            ("5pm CST", "US", "2026-11-23 17:00"),
            ("2026-12-01 18:00 America/Sao_Paulo", nil, "2026-12-01 18:00"),
            ("2026-12-01T18:00:00Z", nil, "2026-12-01 18:00"),
            ("2026-12-01T18:00:00.25+05:30", nil, "2026-12-01 18:00"),
            ("20261201T180000Z", nil, "2026-12-01 18:00"), ("Friday AoE", nil, "2026-11-27 23:59"),
            ("tomorrow 17:00 UTC+5:30", nil, "2026-11-24 17:00"),
            ("tomorrow 17:00 +0530", nil, "2026-11-24 17:00"),
            ("25 Nov 5pm New York time", nil, "2026-11-25 17:00"),
            ("Friday 5pm (CET)", nil, "2026-11-27 17:00"),
            ("15 July 5pm EST", nil, "ask 2027-07-15 17:00 or 2027-07-15 17:00"),
        ] as [(String, String?, String)])
    func zones(text: String, country: String?, expected: String) throws {
        expect(text, expected, try fixture.context(in: "Asia/Tokyo", country: country))
    }

    @Test(
        "the zone of a moment is the one that applied",
        arguments: [
            ("Friday 5pm IST", "Asia/Kolkata"), ("Friday 5pm", "Asia/Kolkata"),
            ("Friday 5pm CET", "Europe/Paris"), ("Friday AoE", "AoE"),
            ("2026-12-01 18:00 Asia/Calcutta", "Asia/Kolkata"), ("5pm GMT-3", "UTC-03:00"),
        ])
    func appliedZone(text: String, name: String) throws {
        let answer = fixture.reader.read(text, in: try fixture.context(in: "Asia/Kolkata"))
        guard case .moment(let moment) = answer else {
            Issue.record("\(text): \(answer)")
            return
        }
        #expect(moment.zone.name == name)
    }

    @Test(
        "R8 day and month without a year is the next one",
        arguments: [
            ("23 November", "2026-11-23 23:59"), ("22 November", "2027-11-22 23:59"),
            ("23 Nov 9:00", "2027-11-23 09:00"), ("29 Feb", "2028-02-29 23:59"),
            ("1 January 00:00", "2027-01-01 00:00"), ("Dec. 21", "2026-12-21 23:59"),
        ])
    func yearless(text: String, expected: String) throws {
        expect(text, expected, try fixture.context())
    }

    @Test("R9 a repetition is not taken for one moment", arguments: ["every Monday", "daily at 9"])
    func recurrence(text: String) throws {
        expect(text, "recurring", try fixture.context())
    }

    @Test(
        "what is past, impossible, unclear or no date is said to be so",
        arguments: [
            ("yesterday", "past 2026-11-22 23:59"), ("1 Dec 2020", "past 2020-12-01 23:59"),
            ("today at 9", "past 2026-11-23 09:00"), ("2 hours ago", "past 2026-11-23 08:00"),
            ("31 Feb 2027", "impossible"), ("31 April", "impossible"), ("2027-13-01", "impossible"),
            ("in 9000 years", "tooFar"), ("in 1000000 hours", "2140-12-22 02:00"),
            ("next week", "ask 2026-11-30 23:59 or 2026-12-06 23:59"),
            ("in January", "ask 2027-01-01 23:59 or 2027-01-31 23:59"),
            ("Tuesday 25 Nov", "ask 2026-11-25 23:59 or 2026-11-24 23:59"),
            ("", "notADate"), ("quiz 3", "notADate"), ("25:00", "notADate"), ("13 am", "notADate"),
            ("8pm - 11", "notADate"), ("Monday to Friday", "notADate"), ("17", "notADate"),
            ("10:00-11:00", "notADate"), ("3.5", "notADate"), ("1234567890123", "notADate"),
        ])
    func refusals(text: String, expected: String) throws {
        expect(text, expected, try fixture.context())
    }

    @Test("where the past is accepted, it is an answer")
    func past() throws {
        var context = try fixture.context()
        context.acceptsPast = true
        expect("2 hours ago", "2026-11-23 08:00", context)
    }

    @Test(
        "18h30 is a time for every reader, 2h30 a length where English is read",
        arguments: [
            ("18h30", "en", "2026-11-23 18:30"), ("18h30", "hi", "2026-11-23 18:30"),
            ("18h30", "fr", "2026-11-23 18:30"), ("18h30", "de", "2026-11-23 18:30"),
            ("08h30", "en", "2026-11-24 08:30"), ("09h15", "fr", "2026-11-24 09:15"),
            ("for 18h30", "en", "2026-11-23 18:30"), ("by 18h30", "en", "2026-11-23 18:30"),
            ("18h30 tomorrow", "en", "2026-11-24 18:30"), ("Fri 18h30", "en", "2026-11-27 18:30"),
            ("18h30 AoE", "en", "2026-11-23 18:30"),
            ("in 18h30", "en", "2026-11-24 04:30"), ("within 12h30", "en", "2026-11-23 22:30"),
            ("+18h30", "en", "2026-11-24 04:30"), ("18h30 later", "en", "2026-11-24 04:30"),
            ("18h30 ago", "en", "past 2026-11-22 15:30"),
            ("dentro de 18h30", "pt", "2026-11-24 04:30"),
            ("2h30", "en", "2026-11-23 12:30"), ("in 2h30", "en", "2026-11-23 12:30"),
            ("at 2h30", "en", "2026-11-23 14:30"), ("25h30", "en", "2026-11-24 11:30"),
        ])
    func writtenHours(text: String, language: String, expected: String) throws {
        expect(text, expected, try fixture.context(language: language))
    }
}
