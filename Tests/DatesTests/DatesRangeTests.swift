import Dates
import Testing

@Suite struct DatesRangeTests {
    private let fixture = DateReaderFixture()

    @Test(
        "a range is its beginning and its end where ranges are wanted, and no date elsewhere",
        arguments: [
            ("en", "10 - 11 at night", "2026-11-23 22:00 to 2026-11-23 23:00"),
            ("en", "12-3am", "2026-11-24 00:00 to 2026-11-24 03:00"),
            ("en", "1am-3", "2026-11-24 01:00 to 2026-11-24 03:00"),
            ("en", "8pm - 11", "2026-11-23 20:00 to 2026-11-23 23:00"),
            ("en", "10-2pm", "2026-11-24 10:00 to 2026-11-24 14:00"),
            ("en", "Monday to Friday", "2026-11-30 00:00 to 2026-12-04 23:59"),
            ("en", "10:00-11:00", "2026-11-24 10:00 to 2026-11-24 11:00"),
            ("en", "Dec 31, 2026 10:00 pm - 12:00 am", "2026-12-31 22:00 to 2027-01-01 00:00"),
            ("en", "1-3 December", "2026-12-01 00:00 to 2026-12-03 23:59"),
            ("en", "December 1 - 3", "2026-12-01 00:00 to 2026-12-03 23:59"),
            ("en", "tomorrow 9:00 - 10:30", "2026-11-24 09:00 to 2026-11-24 10:30"),
            ("en", "from 9am to 5pm", "2026-11-24 09:00 to 2026-11-24 17:00"),
            ("en", "between 9am and 11am on Friday", "2026-11-27 09:00 to 2026-11-27 11:00"),
            (
                "en", "08/08/2027, 09:15 AM to 08/29/2027, 09:15 AM",
                "2027-08-08 09:15 to 2027-08-29 09:15"
            ),
            ("es", "de 1pm a 3", "2026-11-23 13:00 to 2026-11-23 15:00"),
            ("es", "del 1 al 3 de diciembre", "2026-12-01 00:00 to 2026-12-03 23:59"),
            ("pt", "das 9h às 11h", "2026-11-24 09:00 to 2026-11-24 11:00"),
            ("fr", "de 9h à 11h", "2026-11-24 09:00 to 2026-11-24 11:00"),
            ("fr", "du lundi au vendredi", "2026-11-30 00:00 to 2026-12-04 23:59"),
            ("fr", "du 1 au 3 décembre", "2026-12-01 00:00 to 2026-12-03 23:59"),
        ])
    func ranges(language: String, text: String, expected: String) throws {
        var context = try fixture.context(language: language)
        #expect(fixture.reader.read(text, in: context) == .none(.notADate))
        context.acceptsRanges = true
        guard case .moment(let moment) = fixture.reader.read(text, in: context),
            let end = moment.end
        else {
            Issue.record("\(text) is no range")
            return
        }
        let walls = [moment.local, moment.zone.local(end)].map {
            String($0.description.prefix(16)).replacing("T", with: " ")
        }
        #expect(walls.joined(separator: " to ") == expected)
    }

    @Test(
        "numbers alone are no range",
        arguments: ["7 - 8", "2-3 pages", "1 to 2", "between 3 and 4", "5pm -", "- 5pm"])
    func numbers(text: String) throws {
        var context = try fixture.context()
        context.acceptsRanges = true
        #expect(fixture.reader.read(text, in: context) == .none(.notADate))
    }
}
