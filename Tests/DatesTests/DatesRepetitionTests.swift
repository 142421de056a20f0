import Dates
import Testing

@Suite struct DatesRepetitionTests {
    private let fixture = DateReaderFixture()

    @Test(
        "R9 what repeats is its first moment and a rule",
        arguments: [
            ("en", "every Monday", "FREQ=WEEKLY;BYDAY=MO 2026-11-30 23:59"),
            ("en", "every weekday at 9", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 2026-11-24 09:00"),
            ("en", "daily at 9", "FREQ=DAILY 2026-11-24 09:00"),
            ("en", "every day at 5pm", "FREQ=DAILY 2026-11-23 17:00"),
            (
                "en", "every other Tuesday at 18:00",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 2026-11-24 18:00"
            ),
            ("en", "every 2 weeks", "FREQ=WEEKLY;INTERVAL=2 2026-11-23 23:59"),
            ("en", "every second friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 2026-11-27 23:59"),
            (
                "en", "every Monday and Wednesday at 18:00",
                "FREQ=WEEKLY;BYDAY=MO,WE 2026-11-23 18:00"
            ),
            ("en", "every Mon, Wed and Fri 9am", "FREQ=WEEKLY;BYDAY=MO,WE,FR 2026-11-25 09:00"),
            ("en", "weekly on Friday", "FREQ=WEEKLY;BYDAY=FR 2026-11-27 23:59"),
            ("en", "monthly on the 15th", "FREQ=MONTHLY;BYMONTHDAY=15 2026-12-15 23:59"),
            (
                "en", "every month on the 15th at noon",
                "FREQ=MONTHLY;BYMONTHDAY=15 2026-12-15 12:00"
            ),
            ("en", "the first Monday of every month", "FREQ=MONTHLY;BYDAY=1MO 2026-12-07 23:59"),
            (
                "en", "last friday of every month at 17:00",
                "FREQ=MONTHLY;BYDAY=-1FR 2026-11-27 17:00"
            ),
            ("en", "every 15th", "FREQ=MONTHLY;BYMONTHDAY=15 2026-12-15 23:59"),
            ("en", "every year on 3 May", "FREQ=YEARLY;BYMONTHDAY=3;BYMONTH=5 2027-05-03 23:59"),
            ("en", "every May 3", "FREQ=YEARLY;BYMONTHDAY=3;BYMONTH=5 2027-05-03 23:59"),
            ("en", "every morning", "FREQ=DAILY 2026-11-24 09:00"),
            ("en", "every evening at 7", "FREQ=DAILY 2026-11-23 19:00"),
            ("en", "Mondays at 9", "FREQ=WEEKLY;BYDAY=MO 2026-11-30 09:00"),
            ("en", "weekdays at 8:30", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 2026-11-24 08:30"),
            (
                "en", "every Monday until 20 December",
                "FREQ=WEEKLY;UNTIL=20261220;BYDAY=MO 2026-11-30 23:59"
            ),
            ("en", "every Monday starting 1 December", "FREQ=WEEKLY;BYDAY=MO 2026-12-07 23:59"),
            ("en", "every day 10 times", "FREQ=DAILY;COUNT=10 2026-11-23 23:59"),
            ("en", "every day for 5 times", "FREQ=DAILY;COUNT=5 2026-11-23 23:59"),
            ("en", "every weekend", "FREQ=WEEKLY;BYDAY=SA,SU 2026-11-28 23:59"),
            ("en", "every Monday 9am America/New_York", "FREQ=WEEKLY;BYDAY=MO 2026-11-30 09:00"),
            ("en", "every 3 days", "FREQ=DAILY;INTERVAL=3 2026-11-23 23:59"),
            ("en", "each thursday", "FREQ=WEEKLY;BYDAY=TH 2026-11-26 23:59"),
            ("en", "at 9 every day", "FREQ=DAILY 2026-11-24 09:00"),
            ("en", "9am every Monday", "FREQ=WEEKLY;BYDAY=MO 2026-11-30 09:00"),
            ("es", "cada lunes", "FREQ=WEEKLY;BYDAY=MO 2026-11-30 23:59"),
            ("es", "todos los lunes a las 18h", "FREQ=WEEKLY;BYDAY=MO 2026-11-23 18:00"),
            ("es", "los lunes a las 9", "FREQ=WEEKLY;BYDAY=MO 2026-11-30 09:00"),
            ("es", "cada día a las 9", "FREQ=DAILY 2026-11-24 09:00"),
            ("es", "cada dos semanas", "FREQ=WEEKLY;INTERVAL=2 2026-11-23 23:59"),
            ("es", "el primer lunes de cada mes", "FREQ=MONTHLY;BYDAY=1MO 2026-12-07 23:59"),
            ("es", "cada lunes y miércoles", "FREQ=WEEKLY;BYDAY=MO,WE 2026-11-25 23:59"),
            (
                "es", "cada lunes hasta el 20 de diciembre",
                "FREQ=WEEKLY;UNTIL=20261220;BYDAY=MO 2026-11-30 23:59"
            ),
            ("es", "todos los días a las 8", "FREQ=DAILY 2026-11-24 08:00"),
            ("es", "el 15 de cada mes", "FREQ=MONTHLY;BYMONTHDAY=15 2026-12-15 23:59"),
            ("es", "cada mes", "FREQ=MONTHLY 2026-11-23 23:59"),
            ("es", "entre semana a las 9", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 2026-11-24 09:00"),
            ("es", "todas las semanas", "FREQ=WEEKLY 2026-11-23 23:59"),
            ("pt", "toda segunda", "FREQ=WEEKLY;BYDAY=MO 2026-11-30 23:59"),
            ("pt", "toda segunda-feira às 18h", "FREQ=WEEKLY;BYDAY=MO 2026-11-23 18:00"),
            ("pt", "todos os dias às 9h", "FREQ=DAILY 2026-11-24 09:00"),
            ("pt", "todas as segundas", "FREQ=WEEKLY;BYDAY=MO 2026-11-30 23:59"),
            ("pt", "às segundas às 10h", "FREQ=WEEKLY;BYDAY=MO 2026-11-30 10:00"),
            ("pt", "a cada dois dias", "FREQ=DAILY;INTERVAL=2 2026-11-23 23:59"),
            (
                "pt", "toda sexta até 20 de dezembro",
                "FREQ=WEEKLY;UNTIL=20261220;BYDAY=FR 2026-11-27 23:59"
            ),
            ("pt", "todo dia 15", "FREQ=MONTHLY;BYMONTHDAY=15 2026-12-15 23:59"),
            ("pt", "primeira segunda de cada mês", "FREQ=MONTHLY;BYDAY=1MO 2026-12-07 23:59"),
            ("pt", "todo mês", "FREQ=MONTHLY 2026-11-23 23:59"),
            ("pt", "dias úteis às 9h", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 2026-11-24 09:00"),
            ("fr", "tous les lundis", "FREQ=WEEKLY;BYDAY=MO 2026-11-30 23:59"),
            ("fr", "tous les lundis à 18h", "FREQ=WEEKLY;BYDAY=MO 2026-11-23 18:00"),
            ("fr", "chaque vendredi", "FREQ=WEEKLY;BYDAY=FR 2026-11-27 23:59"),
            ("fr", "tous les jours à 9h", "FREQ=DAILY 2026-11-24 09:00"),
            ("fr", "tous les deux jours", "FREQ=DAILY;INTERVAL=2 2026-11-23 23:59"),
            ("fr", "toutes les deux semaines", "FREQ=WEEKLY;INTERVAL=2 2026-11-23 23:59"),
            ("fr", "le premier lundi de chaque mois", "FREQ=MONTHLY;BYDAY=1MO 2026-12-07 23:59"),
            ("fr", "le 15 de chaque mois", "FREQ=MONTHLY;BYMONTHDAY=15 2026-12-15 23:59"),
            ("fr", "tous les mois", "FREQ=MONTHLY 2026-11-23 23:59"),
            (
                "fr", "chaque lundi jusqu'au 20 décembre",
                "FREQ=WEEKLY;UNTIL=20261220;BYDAY=MO 2026-11-30 23:59"
            ),
            ("fr", "tous les lundis et mercredis", "FREQ=WEEKLY;BYDAY=MO,WE 2026-11-25 23:59"),
            ("fr", "les lundis à 10h", "FREQ=WEEKLY;BYDAY=MO 2026-11-30 10:00"),
            ("fr", "tous les matins", "FREQ=DAILY 2026-11-24 09:00"),
            ("fr", "en semaine à 9h", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 2026-11-24 09:00"),
            ("hi", "हर सोमवार", "FREQ=WEEKLY;BYDAY=MO 2026-11-30 23:59"),
            ("hi", "हर सोमवार शाम 6 बजे", "FREQ=WEEKLY;BYDAY=MO 2026-11-23 18:00"),
            ("hi", "हर दिन सुबह 9 बजे", "FREQ=DAILY 2026-11-24 09:00"),
            ("hi", "रोज सुबह 9 बजे", "FREQ=DAILY 2026-11-24 09:00"),
            ("hi", "हर हफ्ते", "FREQ=WEEKLY 2026-11-23 23:59"),
            ("hi", "हर दूसरे शुक्रवार", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 2026-11-27 23:59"),
            ("hi", "हर महीने की 15 तारीख", "FREQ=MONTHLY;BYMONTHDAY=15 2026-12-15 23:59"),
            ("hi", "हर महीने", "FREQ=MONTHLY 2026-11-23 23:59"),
            ("hi", "हर सोमवार और बुधवार", "FREQ=WEEKLY;BYDAY=MO,WE 2026-11-25 23:59"),
        ])
    func rules(language: String, text: String, expected: String) throws {
        var context = try fixture.context(language: language)
        context.acceptsRepeats = true
        guard case .moment(let moment) = fixture.reader.read(text, in: context),
            let series = moment.series
        else {
            Issue.record("\(text) is no repetition")
            return
        }
        let start = String(moment.local.description.prefix(16)).replacing("T", with: " ")
        #expect("\(series.rule) \(start)" == expected)
        #expect(series.next(after: context.now) == moment.date)
        context.acceptsRepeats = false
        #expect(fixture.reader.read(text, in: context) == .none(.recurring))
    }

    @Test("a repetition nobody can say a rule for is none")
    func unclear() throws {
        var context = try fixture.context()
        context.acceptsRepeats = true
        #expect(fixture.reader.read("every now and then", in: context) == .none(.recurring))
        #expect(fixture.reader.read("every 2 hours", in: context) == .none(.recurring))
    }

    @Test("the text behind a repetition is kept")
    func rest() throws {
        var context = try fixture.context()
        context.acceptsRepeats = true
        let found = fixture.reader.readPrefix("every Monday at 18:00 read the forum", in: context)
        #expect(found?.rest == "read the forum")
        guard case .moment(let moment) = found?.answer else {
            Issue.record("no moment")
            return
        }
        #expect(moment.series?.rule.description == "FREQ=WEEKLY;BYDAY=MO")
    }
}
