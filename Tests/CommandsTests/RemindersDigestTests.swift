import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct RemindersDigestTests {
    @Test(
        "an overview comes daily or weekly, on the learner's own clock",
        arguments: [
            ("/reminders digest daily", "reminders.digest-daily", "2026-11-24T02:30:00Z"),
            ("/reminders digest daily 18:00", "reminders.digest-daily", "2026-11-23T12:30:00Z"),
            ("/reminders digest weekly 7am", "reminders.digest-weekly", "2026-11-30T01:30:00Z"),
            ("/reminders digest off", "reminders.digest-off", nil),
        ])
    func choose(words: String, key: String, next: String?) {
        var scene = CommandsTestScene()
        #expect(scene.does(words, by: "lila") == "person.digest -> \(key)")
        let at = scene.world.people[scene.person("lila")]?.reminding?.digestAt
        #expect(at?.formatted(.iso8601) == next)
    }

    @Test("anything else is asked about")
    func unreadable() {
        let scene = CommandsTestScene()
        #expect(
            scene.says("/reminders digest hourly", by: "lila")
                == "question.asked -> questions.which")
        #expect(
            scene.says("/reminders digest daily sometime", by: "lila")
                == "question.asked -> refusals.unreadable")
    }

    @Test(
        "it stands in place of all reminders of a deadline but the last, and is silent with nothing ahead"
    )
    func inPlace() throws {
        var scene = CommandsTestScene()
        let lila = scene.person("lila")
        scene.does("/reminders digest daily", by: "lila")
        func due(_ item: Agenda.Item) -> Decision? {
            DueDecision(world: scene.world, now: scene.now, zones: .system).decide([item])
        }
        scene.now = try #require(scene.world.people[lila]?.reminding?.digestAt)
        let digest = due(.digest(lila))
        #expect(digest.outcome == "person.digest-decided -> reminders.digest")
        scene.takesPlace(digest)
        #expect(due(.digest(lila)) == nil)
        scene.now = CommandsTestScene.now + 2.5 * 86_400
        let two = due(.deadline(CommandsTestScene.deadline))
        #expect(two?.messages.contains { $0.reader == lila } == false)
        scene.takesPlace(two)
        scene.now = CommandsTestScene.now + 4 * 86_400
        let last = due(.deadline(CommandsTestScene.deadline))
        #expect(last?.messages.contains { $0.reader == lila } == true)
        scene.does("/done d10", by: "lila")
        #expect(due(.digest(lila)).outcome == "person.digest-decided -> ")
    }
}
