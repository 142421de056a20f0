import Dates
import Testing

/// Whoever sets a deadline "Friday midnight" means the end of Friday, and a calendar its beginning: it is asked.
@Suite struct DatesMidnightTests {
    private let fixture = DateReaderFixture()
    private static let friday = "ask 2026-11-27 00:00 or 2026-11-28 00:00"
    private static let tomorrow = "ask 2026-11-24 00:00 or 2026-11-25 00:00"

    private func expect(_ text: String, _ expected: String, _ context: DateContext) {
        #expect(summaryWithRule(fixture.reader.read(text, in: context)) == expected, "\(text)")
    }

    private static let beside: [(String, String, String)] = [
        ("en-GB", "Friday midnight", friday), ("en-US", "midnight on Friday", friday),
        ("en", "due Friday at midnight", friday), ("en", "this Friday, 12 midnight", friday),
        ("en", "27 November at midnight", friday),
        ("en", "next monday midnight", "ask 2026-11-30 00:00 or 2026-12-01 00:00"),
        ("en", "in 3 days at midnight", "ask 2026-11-26 00:00 or 2026-11-27 00:00"),
        ("en", "2 days after Friday at midnight", "ask 2026-11-29 00:00 or 2026-11-30 00:00"),
        ("en", "an hour before midnight on Friday", "ask 2026-11-26 23:00 or 2026-11-27 23:00"),
        ("en", "end of the month at midnight", "ask 2026-11-30 00:00 or 2026-12-01 00:00"),
        ("es", "viernes a medianoche", friday), ("es", "mañana a medianoche", tomorrow),
        ("pt", "sexta à meia-noite", friday), ("pt", "amanhã à meia noite", tomorrow),
        ("fr", "vendredi minuit", friday), ("fr", "demain à minuit", tomorrow),
        ("hi", "शुक्रवार आधी रात", friday), ("hi", "कल आधी रात तक", tomorrow),
    ]

    @Test("beside a day it is asked which end is meant", arguments: beside)
    func ofADay(language: String, text: String, expected: String) throws {
        expect(text, expected, try fixture.context(language: language))
    }

    private static let certain: [(String, String, String)] = [
        ("en", "midnight", "2026-11-24 00:00"), ("en", "today at midnight", "2026-11-24 00:00"),
        ("en", "monday midnight", "2026-11-24 00:00"),
        ("en", "Friday night at midnight", "2026-11-28 00:00"),
        ("en", "Friday night at 12", "2026-11-28 00:00"),
        ("es", "el viernes a las 12 de la noche", "2026-11-28 00:00"),
        ("pt", "amanhã às 12 da noite", "2026-11-25 00:00"),
        ("hi", "कल रात 12 बजे", "2026-11-25 00:00"),
        ("en", "five to midnight on Friday", "2026-11-27 23:55"),
        ("fr", "vendredi à minuit et quart", "2026-11-27 00:15"),
        // What is written as clocks and calendars write it.
        ("en", "Friday 00:00", "2026-11-27 00:00"), ("en", "Friday 24:00", "2026-11-28 00:00"),
        ("en", "Friday 12am", "2026-11-27 00:00"), ("en", "today 0:00", "2026-11-24 00:00"),
        ("en", "December 13, 2026 at midnight", "2026-12-13 00:00"),
        ("es", "13/12/2026 a medianoche", "2026-12-13 00:00"),
    ]

    @Test("it is certain today, of a night, and in figures", arguments: certain)
    func isCertain(language: String, text: String, expected: String) throws {
        expect(text, expected, try fixture.context(language: language))
    }

    @Test("on the day itself only its end is ahead")
    func ahead() throws {
        let friday = try fixture.context("2026-11-27 10:00")
        expect("friday midnight", "2026-11-28 00:00", friday)
        expect("27 November midnight", "2026-11-28 00:00", friday)
    }

    @Test("where the zone has to be asked, too, each of them has both ends")
    func zones() throws {
        let ends = ["2026-11-27 00:00", "2026-11-28 00:00"]
        expect(
            "Friday midnight IST",
            "ask " + Array(repeating: ends, count: 3).flatMap(\.self).joined(separator: " or "),
            try fixture.context())
        let india = try fixture.context(in: "Asia/Kolkata")
        expect("Friday midnight IST", "ask " + ends.joined(separator: " or "), india)
    }
}
