import Chat
import Testing

@testable import Configuration

@Suite struct CohortFileReaderTests {
    private static let whole = """
        name: ML-101
        zone: Asia/Kolkata
        starts: 2026-11-16
        ends: 2027-01-31
        languages: [en, pt-BR]
        modules:
          - name: One
            opens: 2026-11-16
        rooms: ["telegram:-100123/17", console:main]
        members:
          - account: telegram:42
            name: Lila
            role: moderator
          - account: console:emma
        moderators: [telegram:1]
        leads: [6h, 2 days, 1w, 6h]
        quiet: 22:00-07:00
        digest: daily
        review: { each: 2, closes-after: 36h, language: preferred }
        deadlines:
          - { title: Quiz 1, kind: quiz, due: 2020-12-01 18:00, link: "https://example.org/q" }
          - { title: Quiz 2, due: in 4 days 18:00 }
        threads:
          - { title: T, answer: A, by: "telegram:42" }
        """

    @Test("every key is read")
    func everyKey() throws {
        let loaded = load(["cohorts/ml-101.yaml": Self.whole])
        #expect(loaded.faults.isEmpty, "\(loaded.faults)")
        let cohort = try #require(loaded.configuration?.cohorts.first)
        #expect(cohort.id == "ml-101")
        #expect(cohort.name.value == "ML-101")
        #expect(
            cohort.zone
                == Located(
                    "Asia/Kolkata",
                    at: SourceMark("bot-config/cohorts/ml-101.yaml", line: 2, column: 7)))
        #expect(cohort.languages == ["en", "pt-BR"])
        #expect(cohort.modules.map(\.name.value) == ["One"])
        #expect(
            cohort.rooms.map(\.value) == [
                RoomAddress(.telegram, "-100123", topic: "17"), RoomAddress(.console, "main"),
            ])
        #expect(cohort.members.map(\.role) == [.moderator, .learner])
        #expect(cohort.members.map(\.name) == ["Lila", "emma"])
        #expect(cohort.moderators == [Account(.telegram, "1")])
        #expect(cohort.leads == [604_800, 172_800, 21_600])
        #expect(cohort.quietHours == QuietHours(from: 1_320, until: 420))
        #expect(cohort.digest == .daily)
        #expect(cohort.review.each == 2 && cohort.review.closesAfter == 129_600)
        #expect(cohort.deadlines.map(\.kind) == [.quiz, .other])
        #expect(cohort.deadlines.map(\.due.value) == ["2020-12-01 18:00", "in 4 days 18:00"])
        #expect(cohort.threads.first?.question == "T")
    }

    @Test(
        "a fault says where, what, and what would be right",
        arguments: [
            (
                "deadlines:\n- title: Quiz\n  due: 2026-02-30 18:00",
                "5:8: there is no 30 February 2026; did you mean 2026-02-28?"
            ),
            (
                "members:\n- account: console:a\n  zone: Europe/Lisbo",
                "5:9: no zone \"Europe/Lisbo\"; nearest: Europe/Lisbon"
            ),
            ("lms: [a]", "3:6: \"lms\" is one text; found a list"),
            (
                "languages: en",
                "3:12: \"languages\" is a list; write [a, b] or lines with \"- \"; found \"en\""
            ),
            (
                "languages: [english]",
                "3:13: a language is written en, pt or pt-BR; found \"english\""
            ),
            (
                "members: [{account: console:a, role: studnt}]",
                "3:38: unknown role \"studnt\". Known here: learner, instructor, moderator"
            ),
            (
                "members: [{account: console:a, role: instuctor}]",
                "3:38: unknown role \"instuctor\"; did you mean \"instructor\"? Known here: learner, instructor, moderator"
            ),
            (
                "members: [{name: Lila}]",
                "3:11: \"account\" is missing; write account: telegram:123456789"
            ),
            ("members: [lila]", "3:11: expected keys here, such as \"account: …\"; found \"lila\""),
            (
                "rooms: [telegramm:-1]",
                "3:9: unknown platform \"telegramm\"; did you mean \"telegram\"? Known here: telegram, discord, console, sandbox"
            ),
            (
                "rooms: [telegram:x]",
                "3:9: \"telegram:x\" is no telegram room; expected the group's number, which begins with -, and perhaps /topic"
            ),
            (
                "rooms: [main]",
                "3:9: a room is written telegram:-1001234567890, telegram:-1001234567890/17 or console:main; found \"main\""
            ),
            (
                "moderators: [telegram:emma]",
                "3:14: \"emma\" is no telegram account; expected digits, which the person sees with /start"
            ),
            ("leads: [7]", "3:9: a length of time is written 7d, 6h or 30m; found \"7\""),
            ("quiet: 22-7", "3:8: quiet hours are written 22:00-07:00; found \"22-7\""),
            (
                "review: {each: many}",
                "3:16: \"each\" is a whole number from 1 to 10; found \"many\""
            ),
            (
                "review: {rubric: esay}",
                "3:18: unknown rubric \"esay\"; did you mean \"essay\"? Known here: essay"
            ),
            (
                "starts: next week",
                "3:9: \"starts\" is a day such as 2026-12-01; found \"next week\""
            ),
            (
                "starts: 2026-12-01\nends: 2026-11-01",
                "4:7: the cohort ends on 2026-11-01, before it starts on 2026-12-01; swap the two"
            ),
            (
                "deadlines:\n- {title: A, due: soon}",
                "4:19: no date in \"soon\"; write 2026-12-01 18:00"
            ),
            (
                "deadlines:\n- {title: A, due: in 1 day}\n- {title: A, due: in 2 days}",
                "5:11: the title \"A\" stands twice; first on line 4"
            ),
            (
                "deadlines:\n- {title: A, due: in 1 day, link: example.org}",
                "4:35: a link begins with https:// and has no spaces; found \"example.org\""
            ),
            (
                "threads: [{title: A, by: console:emma}]",
                "3:26: \"by\" says who answered; write answer: … too"
            ),
            (
                "remindr: 1",
                "3:1: unknown key \"remindr\". Known here: name, course, lms, zone, starts, ends, languages, modules, rooms, members, moderators, instructors, leads, quiet, digest, review, deadlines, threads"
            ),
            ("course: ''", "3:9: \"course\" is empty"),
        ])
    func fault(lines: String, words: String) {
        let essay = "name: Essay\ncriteria: [{name: a, prompt: b}]"
        let loaded = load([
            "cohorts/ml.yaml": "name: ML\nzone: UTC\n" + lines, "rubrics/essay.yaml": essay,
        ])
        #expect(loaded.faults.map(\.description) == ["bot-config/cohorts/ml.yaml:" + words])
        #expect(loaded.configuration == nil)
    }

    @Test("a file without name and zone, or with nothing in it, says what to write")
    func missing() {
        #expect(
            cohortFaults("lms: edX") == [
                "1:1: \"name\" is missing; write name: ML-101, spring cohort",
                "1:1: \"zone\" is missing; write zone: Europe/London",
            ])
        #expect(
            load(["cohorts/ml.yaml": "# nothing\n"]).faults.map(\.description) == [
                "bot-config/cohorts/ml.yaml: this file is empty"
            ])
    }

    @Test("a room belongs to one cohort")
    func sharedRoom() {
        let one = "name: A\nzone: UTC\nrooms: [console:main]\n"
        #expect(
            load(["cohorts/a.yaml": one, "cohorts/b.yaml": one]).faults.map(\.description) == [
                "bot-config/cohorts/b.yaml:3:9: the room console:main belongs to another cohort already, at bot-config/cohorts/a.yaml:3:9; a room has one"
            ])
    }
}
