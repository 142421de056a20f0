import Dates
import FoundationEssentials
import Testing

/// What people type in a language that is not the one they read, on Monday, 23 November 2026, 10:00 in Toronto.
@Suite struct DatesForeignTests {
    private let fixture = DateReaderFixture()

    @Test(
        "a date in another language is read where the reader's own does not know it",
        arguments: [
            ("mañana a las 5", "pt", "2026-11-24 05:00"),
            ("mañana a las 5", "en-GB", "2026-11-24 05:00"),
            ("mañana a las 5", "fr", "2026-11-24 05:00"),
            ("mañana a las 5", "hi", "2026-11-24 05:00"),
            ("mañana a las 5", "de", "2026-11-24 05:00"),
            ("amanhã às 17h", "es", "2026-11-24 17:00"),
            ("amanhã às 17h", "en-US", "2026-11-24 17:00"),
            ("demain 17 h", "en-GB", "2026-11-24 17:00"),
            ("demain à 17h30", "pt-BR", "2026-11-24 17:30"),
            ("vendredi prochain", "es", "2026-12-04 23:59"),
            ("कल शाम 5 बजे", "en-GB", "2026-11-24 17:00"), ("कल शाम ५ बजे", "fr", "2026-11-24 17:00"),
            ("tomorrow 5pm", "pt", "2026-11-24 17:00"), ("tomorrow 5pm", "hi", "2026-11-24 17:00"),
            ("quinta às 17h", "es", "2026-11-26 17:00"), ("segunda 9h", "es", "2026-11-30 09:00"),
            ("hoy", "en-GB", "2026-11-23 23:59"), ("le 15 à 17h", "en-GB", "2026-12-15 17:00"),
            ("15 de diciembre", "en-GB", "2026-12-15 23:59"),
            ("mañana 5pm", "en-GB", "2026-11-24 17:00"),
            ("el 3/4 a las 5", "en-GB", "2027-04-03 05:00"),
            ("hace 2 horas", "en-GB", "past 2026-11-23 08:00"),
            ("la semana próxima", "en-GB", "ask 2026-11-30 23:59 or 2026-12-06 23:59"),
            ("tous les lundis à 18h", "en-GB", "2026-11-23 18:00 FREQ=WEEKLY;BYDAY=MO"),
            ("cada lunes 18:00", "pt", "2026-11-23 18:00 FREQ=WEEKLY;BYDAY=MO"),
            ("cada viernes por la tarde", "en-GB", "2026-11-27 15:00 FREQ=WEEKLY;BYDAY=FR"),
            ("cada dos semanas", "pt", "2026-11-23 23:59 FREQ=WEEKLY;INTERVAL=2"),
            ("cada dos semanas", "fr", "2026-11-23 23:59 FREQ=WEEKLY;INTERVAL=2"),
            ("cada dos días a las 9", "pt", "2026-11-25 09:00 FREQ=DAILY;INTERVAL=2"),
            ("cada duas semanas", "es", "2026-11-23 23:59 FREQ=WEEKLY;INTERVAL=2"),
            ("a week on Monday", "es", "2026-12-07 23:59"),
            ("a week on Monday", "pt", "2026-12-07 23:59"),
            ("a week on Monday", "fr", "2026-12-07 23:59"),
            ("ten to eight pm", "es", "2026-11-23 19:50"),
        ])
    func read(text: String, language: String, expected: String) throws {
        var context = try fixture.context(language: language)
        context.acceptsRepeats = true
        #expect(summaryWithRule(fixture.reader.read(text, in: context)) == expected)
    }

    @Test("the reader's own language comes first")
    func own() throws {
        // In March, not on a Tuesday; the second of something, not on a Monday.
        for (text, language) in [("mar", "pt"), ("mar", "en-GB")] {
            let answer = fixture.reader.read(text, in: try fixture.context(language: language))
            #expect(summary(answer) == "ask 2027-03-01 23:59 or 2027-03-31 23:59", "\(language)")
        }
        let french = try fixture.context(language: "fr")
        #expect(summary(fixture.reader.read("mar", in: french)) == "2026-11-24 23:59")
    }

    @Test("readings that differ are asked: two orders of one date, in a language that has none")
    func different() throws {
        var context = try fixture.context(language: "en-US")
        #expect(
            summary(fixture.reader.read("3/4 a las 5", in: context))
                == "ask 2027-03-04 05:00 or 2027-04-03 05:00")
        // Portuguese has "dos" for another word, and reads the Spanish one here.
        context.acceptsRepeats = true
        #expect(
            summaryWithRule(fixture.reader.read("cada dos semanas", in: context))
                == "2026-11-23 23:59 FREQ=WEEKLY;INTERVAL=2")
    }

    @Test(
        "a date is found before and behind other words",
        arguments: [
            ("mañana a las 5 estudiar", "pt", "2026-11-24 05:00", "estudiar"),
            ("demain 17h appeler Paul", "en-GB", "2026-11-24 17:00", "appeler Paul"),
            ("sexta às 17h ligar para Ana", "es", "2026-11-27 17:00", "ligar para Ana"),
            ("31/12 a las 17h estudiar", "pt", "2026-12-31 17:00", "estudiar"),
            ("5pm mañana llamar", "en-GB", "2026-11-24 17:00", "llamar"),
            ("15:30 read chapter", "en-GB", "2026-11-23 15:30", "read chapter"),
        ])
    func prefix(text: String, language: String, expected: String, rest: String) throws {
        let context = try fixture.context(language: language)
        let found = try #require(fixture.reader.readPrefix(text, in: context))
        #expect(summary(found.answer) == expected && found.rest == rest)
        let behind = try #require(
            fixture.reader.readSuffix("\(rest) \(text.dropLast(rest.count + 1))", in: context))
        #expect(summary(behind.answer) == expected && behind.rest == rest)
    }

    @Test(
        "words of a language that are also English are no date for an English reader",
        arguments: [
            "5 set the table", "armistice essay", "10 out of 12", "natal care", "once more",
            "set 3 pages", "sex education", "hier appeler", "primer on 2 tenses", "problem 3 set",
        ])
    func english(text: String) throws {
        let context = try fixture.context()
        #expect(fixture.reader.readPrefix(text, in: context) == nil)
        #expect(fixture.reader.readSuffix(text, in: context) == nil)
        #expect(fixture.reader.readSentence(text, in: context) == .none(.notADate))
    }

    @Test("a sentence in another language is read no further than it is understood")
    func sentence() throws {
        var context = try fixture.context()
        (context.acceptsRepeats, context.acceptsRanges) = (true, true)
        func read(_ text: String) -> String {
            summaryWithRule(fixture.reader.readSentence(text, in: context))
        }
        #expect(read("mañana 5pm") == "2026-11-24 17:00")
        #expect(read("Quiz mañana 5pm") == "2026-11-24 17:00")
        #expect(read("de 1pm a 3 mañana, quizá el jueves at 5pm") == "notADate")
        #expect(read("el primer lunes de cada mes") == "2026-12-07 23:59 FREQ=MONTHLY;BYDAY=1MO")
    }
}
