import Chat
import Cohorts
import Commands
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct DeadlineImportTests {
    private static let attachment = Attachment(id: "F", name: "course.ics", size: 9)

    /// A calendar of entries: UID, SEQUENCE, moment, name, and further lines.
    private static func calendar(
        _ entries: [(uid: String, sequence: Int, due: String, name: String, more: String)]
    ) -> String {
        let events = entries.map { entry in
            "BEGIN:VEVENT\nUID:\(entry.uid)\nSEQUENCE:\(entry.sequence)\nDTSTART:\(entry.due)\n"
                + "SUMMARY:\(entry.name)\n\(entry.more)END:VEVENT\n"
        }
        return "BEGIN:VCALENDAR\nVERSION:2.0\n\(events.joined())END:VCALENDAR\n"
    }

    private static let calendarFile: String = calendar([
        ("a", 0, "20261201T180000Z", "Quiz 1", "URL:https://lms.example/1\n"),
        ("b", 0, "20261205T180000Z", "Essay", ""), ("c", 0, "20260105T180000Z", "Long ago", ""),
    ])

    /// Sends a file, says yes, and lets it come true.
    private func takes(_ calendar: String, _ scene: inout CommandsTestScene) -> [String] {
        scene.takesPlace(scene.decide("/deadline import", by: "ivan", with: Self.attachment))
        let plan = scene.fetches(Array(calendar.utf8), named: "file.ics")
        guard plan.hasSuffix("calendar.plan") else { return [plan] }
        scene.takesPlace(scene.decide(.press("=0"), by: "ivan"))
        return [plan, scene.fetches(Array(calendar.utf8), named: "file.ics")]
    }

    private func dues(_ scene: CommandsTestScene) -> [String] {
        scene.world.deadlines.values.filter { $0.origin != nil && !$0.isCancelled }
            .map { "\($0.title) \($0.dueAt.formatted(.iso8601))" }.sorted()
    }

    @Test("it shows what would change, takes it over after a yes, and tells the others once")
    func takenOver() {
        var scene = CommandsTestScene()
        let told = takes(Self.calendarFile, &scene)
        #expect(
            told == [
                "question.asked -> calendar.plan",
                "deadline.added, deadline.added -> calendar.taken, calendar.news, calendar.news, "
                    + "calendar.news",
            ])
        #expect(dues(scene) == ["Essay 2026-12-05T18:00:00Z", "Quiz 1 2026-12-01T18:00:00Z"])
        let quiz = scene.world.deadlines.values.first { $0.title == "Quiz 1" }
        #expect(quiz?.kind == .quiz && quiz?.link == "https://lms.example/1")
    }

    @Test("the same file again doubles nothing, a newer one changes what is there")
    func again() {
        var scene = CommandsTestScene()
        _ = takes(Self.calendarFile, &scene)
        #expect(takes(Self.calendarFile, &scene) == ["-> calendar.nothing-new"])
        let newer = Self.calendar([
            ("a", 1, "20261202T180000Z", "Quiz 1", "URL:https://lms.example/1\n"),
            ("b", 1, "20261205T180000Z", "Essay", "STATUS:CANCELLED\n"),
        ])
        #expect(
            takes(newer, &scene).last
                == "deadline.details, deadline.moved, deadline.cancelled -> calendar.taken, "
                + "calendar.news, calendar.news, calendar.news")
        #expect(dues(scene) == ["Quiz 1 2026-12-02T18:00:00Z"])
        #expect(takes(Self.calendarFile, &scene) == ["-> calendar.nothing-new"], "an older state")
    }

    @Test("what a file no longer has stays, and what a moderator took away stays away")
    func gone() {
        var scene = CommandsTestScene()
        _ = takes(Self.calendarFile, &scene)
        let essay = scene.world.deadlines.values.first { $0.title == "Essay" }
        scene.happen([
            DeadlineCancelled(id: essay?.id ?? CommandsTestScene.deadline, isCancelled: true)
        ])
        #expect(takes(Self.calendarFile, &scene) == ["-> calendar.nothing-new"])
        #expect(takes(Self.calendar([]), &scene) == ["-> calendar.nothing-new"])
        #expect(dues(scene) == ["Quiz 1 2026-12-01T18:00:00Z"])
    }

    @Test("what was added by hand is not added a second time, and is known from then on")
    func byHand() {
        var scene = CommandsTestScene()
        let twin = Self.calendar([("x", 0, "20261127T123000Z", "Assignment 2", "")])
        #expect(takes(twin, &scene) == ["deadline.details -> calendar.nothing-new"])
        let moved = Self.calendar([("x", 1, "20261128T123000Z", "Assignment 2", "")])
        _ = takes(moved, &scene)
        #expect(dues(scene) == ["Assignment 2 2026-11-28T12:30:00Z"])
        #expect(scene.world.deadlines.count == 1)
    }

    @Test("a series becomes its moments, without its exceptions, and follows when it changes")
    func series() {
        var scene = CommandsTestScene()
        func weekly(_ sequence: Int, _ more: String) -> String {
            Self.calendar([("s", sequence, "20261102T170000Z", "Live Q&A", more)])
        }
        let rule = "RRULE:FREQ=WEEKLY;COUNT=8\nEXDATE:20261207T170000Z\n"
        _ = takes(weekly(0, rule), &scene)
        #expect(
            dues(scene) == [
                "Live Q&A 2026-11-23T17:00:00Z", "Live Q&A 2026-11-30T17:00:00Z",
                "Live Q&A 2026-12-14T17:00:00Z", "Live Q&A 2026-12-21T17:00:00Z",
            ])
        #expect(takes(weekly(0, rule), &scene) == ["-> calendar.nothing-new"])
        _ = takes(weekly(1, "RRULE:FREQ=WEEKLY;COUNT=5\n"), &scene)
        #expect(
            dues(scene) == ["Live Q&A 2026-11-23T17:00:00Z", "Live Q&A 2026-11-30T17:00:00Z"])
    }

    @Test(
        "what is no calendar changes nothing and says why",
        arguments: [
            ("hello", "-> calendar.none"),
            (
                "BEGIN:VCALENDAR\n"
                    + String(repeating: "BEGIN:VEVENT\nEND:VEVENT\n", count: 5_001)
                    + "END:VCALENDAR\n", "-> calendar.too-many"
            ), ("BEGIN:VCALENDAR\nnonsense\nEND:VCALENDAR\n", "-> calendar.nothing-new"),
        ])
    func refused(text: String, outcome: String) {
        var scene = CommandsTestScene()
        #expect(takes(text, &scene) == [outcome])
        #expect(scene.world.deadlines.count == 1)
    }

    @Test(
        "words are read as a calendar, a link is not followed, and a learner may not",
        arguments: [
            ("/deadline import", "ivan", "question.asked -> questions.missing"),
            ("/deadline import https://lms.example/c.ics", "ivan", "-> calendar.link"),
            ("/deadline import webcal://lms.example/c.ics", "ivan", "-> calendar.link"),
            ("/deadline import \(calendarFile)", "ivan", "question.asked -> calendar.plan"),
            ("/deadline import \(calendarFile)", "lila", "-> refusals.not-allowed"),
        ])
    func words(words: String, name: String, outcome: String) {
        #expect(CommandsTestScene().says(words, by: name) == outcome)
    }

    @Test("of more than three hundred new ones the soonest are taken, and the rest is said")
    func many() {
        var scene = CommandsTestScene()
        let entries = (0..<320).map { number in
            (
                uid: "u\(number)", sequence: 0,
                due: "2027\(number < 28 * 9 ? "0\(number / 28 + 1)" : "1\(number / 28 - 9)")"
                    + "\(number % 28 < 9 ? "0" : "")\(number % 28 + 1)T100000Z",
                name: "Task \(number)", more: ""
            )
        }
        _ = takes(Self.calendar(entries.reversed()), &scene)
        #expect(dues(scene).count == 300)
        #expect(scene.world.deadlines.values.contains { $0.title == "Task 299" })
        _ = takes(Self.calendar(entries), &scene)
        #expect(dues(scene).count == 320)
    }
}
