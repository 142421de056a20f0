import Chat
import Cohorts
import Commands
import HashTreeCollections
import Testing

@Suite struct RemindersLeadsTests {
    @Test(
        "own lead times, the cohort's, or none",
        arguments: [
            ("/reminders leads 3d,12h", "person.leads -> reminders.leads-set", [259_200, 43_200]),
            ("/reminders leads 90m 1d", "person.leads -> reminders.leads-set", [86_400, 5_400]),
            ("/reminders leads off", "person.leads -> reminders.leads-off", []),
            ("/reminders leads usual", "person.leads -> reminders.leads-reset", nil),
            ("/reminders leads soon", "question.asked -> refusals.unreadable-words", nil),
            ("/reminders leads 400d", "question.asked -> refusals.unreadable-words", nil),
            ("/reminders leads", "-> reminders.leads-usual", nil),
        ])
    func leads(words: String, outcome: String, leads: [Int]?) {
        var scene = CommandsTestScene()
        #expect(scene.does(words, by: "lila") == outcome)
        #expect(scene.world.people[scene.person("lila")]?.reminding?.leads == leads)
    }

    @Test("Undo goes back to those before")
    func undo() throws {
        var scene = CommandsTestScene()
        scene.does("/reminders leads 3d,90m", by: "lila")
        let changed = try #require(scene.decide("/reminders leads usual", by: "lila"))
        #expect(changed.messages[0].buttons[0][0].data == "/reminders leads 3d,90m")
        #expect(scene.says("/reminders leads", by: "lila") == "-> reminders.leads-are")
    }
}
