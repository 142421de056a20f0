import Chat
import Dates
import FoundationEssentials
import Testing

@testable import Texts

@Suite("Moments in words")
struct RendererMomentsTests {
    let sentences = Sentences.written(
        """
        at: "{when}"
        short: "{when:short}"
        date: "{when:date}"
        time: "{when:time}"
        far: "{when}"
        """,
        [
            "hi": """
            at: "{when}"
            times:
              moment: "{weekday}, {day} {month} {year}, {hour12}:{minute} {half} {zone}"
              weekdays: "सोम, मंगल, बुध, गुरु, शुक्र, शनि, रवि"
              months: "जन॰, फ़र॰, मार्च, अप्रैल, मई, जून, जुल॰, अग॰, सित॰, अक्टू॰, नव॰, दिस॰"
              halves: "am, pm"
            """
        ])

    /// Tuesday 1 December 2026, 12:30 UTC.
    static let due = Date(timeIntervalSince1970: 1_796_128_200)

    @Test("a moment has weekday, date, time and zone, on the reader's clocks")
    func moment() throws {
        let kolkata = try #require(Zone(secondsEast: 19_800))
        let samoa = try #require(Zone(secondsEast: 50_400))
        let due = Phrase.Value.moment(Self.due)
        #expect(sentences.plain("at", ["when": due]) == "Tue 1 Dec 2026, 12:30 UTC")
        #expect(
            sentences.plain("at", ["when": due], zone: kolkata)
                == "Tue 1 Dec 2026, 18:00 UTC+05:30")
        #expect(
            sentences.plain("at", ["when": due], zone: samoa) == "Wed 2 Dec 2026, 02:30 UTC+14:00")
        #expect(sentences.plain("short", ["when": due]) == "Tue 1 Dec, 12:30")
        #expect(sentences.plain("date", ["when": due]) == "Tue 1 Dec 2026")
        #expect(sentences.plain("time", ["when": due]) == "12:30")
    }

    @Test("a moment keeps its instant, for platforms that have timestamps of their own")
    func instant() {
        #expect(
            sentences.runs("at", ["when": .moment(Self.due)])
                == [.instant(Self.due, written: "Tue 1 Dec 2026, 12:30 UTC")])
    }

    @Test("a distance keeps its instant too, and what is to be copied is words")
    func distances() {
        let due = Phrase.Value.distance(Self.due)
        let day = Self.due.addingTimeInterval(-86_400)
        let all = Sentences.written("in: \"{when}\"\ncopied: \"`{when}`\"")
        let reader = Reader(language: "en", zone: .utc)
        #expect(
            all.render(Phrase("in", ["when": due]), for: reader, now: day).runs
                == [.instant(Self.due, written: "in 1 day", shows: .distance)])
        #expect(
            all.render(Phrase("copied", ["when": due]), for: reader, now: day).runs
                == [.code("in 1 day")])
    }

    @Test("a language writes dates in its own order, words and clock")
    func otherLanguage() {
        #expect(
            sentences.plain("at", ["when": .moment(Self.due)], language: "hi")
                == "मंगल, 1 दिस॰ 2026, 12:30 pm UTC")
        let midnight = Phrase.Value.moment(Date(timeIntervalSince1970: 1_796_083_200))
        #expect(
            sentences.plain("at", ["when": midnight], language: "hi")
                == "मंगल, 1 दिस॰ 2026, 12:00 am UTC")
    }

    @Test(
        "a distance is told from now",
        arguments: [
            (0, "now"), (0.4, "now"), (5, "in 5 s"), (-1, "1 s ago"), (300, "in 5 min"),
            (352_800, "in 4 days 2 h"), (-10_800, "3 h ago"), (86_400, "in 1 day"),
            (91_740, "in 1 day 1 h"), (1e18, "in 4,629,629 days 15 h"), (-Double.infinity, "now"),
        ])
    func distance(seconds: Double, said: String) {
        let value = Phrase.Value.distance(Sentences.now.addingTimeInterval(seconds))
        #expect(sentences.plain("far", ["when": value]) == said)
    }

    @Test("any instant can be written", arguments: [1e300, -1e300, .infinity, -62_135_596_800])
    func extremes(seconds: Double) {
        let value = Phrase.Value.moment(Date(timeIntervalSince1970: seconds))
        #expect(!sentences.plain("at", ["when": value]).isEmpty)
    }
}
