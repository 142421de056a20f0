import Dates
import FoundationEssentials
import Testing

@Suite struct DatePartTests {
    private let fixture = DateReaderFixture()

    @Test(
        "the longest beginning that is a date is read, and the text after it kept",
        arguments: [
            ("tomorrow 5pm finish quiz 3", "2026-11-24 17:00", "finish quiz 3"),
            ("in 5 minutes 3 pushups", "2026-11-23 10:05", "3 pushups"),
            ("friday quiz 2", "2026-11-27 23:59", "quiz 2"),
            ("in 5 seconds hello", "2026-11-23 10:00", "hello"),
            ("20 min stretch", "2026-11-23 10:20", "stretch"),
            ("10m tea", "2026-11-23 10:10", "tea"),
            ("tomorrow: finish the essay", "2026-11-24 23:59", "finish the essay"),
            ("tomorrow 5 pushups", "2026-11-24 23:59", "5 pushups"),
            ("12/1 quiz", "2027-01-12 23:59", "quiz"),
            ("next Friday 23:59 AoE submit paper", "2026-12-04 23:59", "submit paper"),
            ("tomorrow at 17:00 | read chapter 4", "2026-11-24 17:00", "read chapter 4"),
            ("2026-12-01 18:00 America/Sao_Paulo review", "2026-12-01 18:00", "review"),
            ("tomorrow 5pm eat lunch", "2026-11-24 17:00", "eat lunch"),
            ("on Friday, second draft", "2026-11-27 23:59", "second draft"),
            ("1 Dec 2 essays", "2026-12-01 23:59", "2 essays"),
            ("in 2 hours and call mum", "2026-11-23 12:00", "and call mum"),
            ("in 3 days read May's chapter", "2026-11-26 10:00", "read May's chapter"),
            ("tomorrow 5pm", "2026-11-24 17:00", ""),
            ("tomorrow in time for class", "2026-11-24 23:59", "in time for class"),
            ("Friday art time", "2026-11-27 23:59", "art time"),
            ("Friday 5pm New York time submit", "2026-11-27 17:00", "submit"),
            ("every Monday read", "recurring", "read"),
            ("tomorrow 🎉 party", "2026-11-24 23:59", "🎉 party"),
        ])
    func prefix(text: String, expected: String, rest: String) throws {
        let found = fixture.reader.readPrefix(text, in: try fixture.context())
        #expect(found.map { summary($0.answer) } == expected)
        #expect(found?.rest == rest)
    }

    @Test("a date of a language keeps what belongs to it")
    func postposition() throws {
        let context = try fixture.context(language: "hi")
        let found = fixture.reader.readPrefix("कल शाम 5 बजे तक निबंध", in: context)
        #expect(found.map { summary($0.answer) } == "2026-11-24 17:00")
        #expect(found?.rest == "निबंध")
    }

    @Test(
        "a text that begins with no date keeps its words",
        arguments: [
            "finish quiz 3 tomorrow", "march to the shop", "second draft", "sun protection lecture",
            "may I ask", "to do: read", "1/2 hour of reading", "", "   ", "2-3 pages", "3 pages",
            "noone knows", "at the library",
        ])
    func noPrefix(text: String) throws {
        #expect(fixture.reader.readPrefix(text, in: try fixture.context()) == nil)
    }

    @Test(
        "the longest end that is a date is read, and the text before it kept",
        arguments: [
            ("Quiz 2 tomorrow 5pm", "Quiz 2", "2026-11-24 17:00"),
            ("Essay by Friday", "Essay", "2026-11-27 23:59"),
            ("Unit 3 May 5", "Unit 3", "2027-05-05 23:59"),
            ("Chapter 10 December 1st", "Chapter 10", "2026-12-01 23:59"),
            ("Final report, 31/12 18:00", "Final report", "2026-12-31 18:00"),
            ("Quiz 2 in 3 days", "Quiz 2", "2026-11-26 10:00"),
            ("Lab 4 - next Friday 23:59 AoE", "Lab 4", "2026-12-04 23:59"),
            ("Peer review due 2026-12-01T18:00:00Z", "Peer review", "2026-12-01 18:00"),
            ("tomorrow", "", "2026-11-24 23:59"),
        ])
    func suffix(text: String, rest: String, expected: String) throws {
        let found = fixture.reader.readSuffix(text, in: try fixture.context())
        #expect(found.map { summary($0.answer) } == expected)
        #expect(found?.rest == rest)
    }

    @Test(
        "a text that ends with no date keeps its words",
        arguments: [
            "Quiz 2", "Read 2 hours", "Tomorrow we finish", "The life of the sun", "", "  ",
        ])
    func noSuffix(text: String) throws {
        #expect(fixture.reader.readSuffix(text, in: try fixture.context()) == nil)
    }

    @Test(
        "a duration alone is a number of seconds",
        arguments: [
            ("3 days", 259_200), ("2h", 7_200), ("90 min", 5_400), ("1 week", 604_800),
            ("7d", 604_800), ("6h", 21_600), ("1h 30m", 5_400), ("2h30", 9_000), ("45s", 45),
            ("half an hour", 1_800), ("2.5 hours", 9_000), ("1 day and 2 hours", 93_600),
            ("three weeks", 1_814_400),
        ])
    func duration(text: String, seconds: Int) {
        #expect(fixture.reader.duration(text) == seconds)
    }

    @Test(
        "what is no length of time has no seconds",
        arguments: ["", "3", "days", "3 days ago", "0 days", "-2h", "1 month", "tomorrow", "2h x"])
    func noDuration(text: String) {
        #expect(fixture.reader.duration(text) == nil)
    }
}
