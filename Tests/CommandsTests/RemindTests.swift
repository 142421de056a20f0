import Cohorts
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct RemindTests {
    @Test(
        "a reminder needs a moment ahead and some words",
        arguments: [
            ("/remind tomorrow 5pm finish quiz 3", "reminder.added -> reminders.saved"),
            ("/remind in 20 minutes | stretch", "reminder.added -> reminders.saved"),
            ("/remind every Monday 18:00 study sprint", "reminder.added -> reminders.saved-series"),
            ("/remind every day at 9 | walk", "reminder.added -> reminders.saved-series"),
            ("/remind", "question.asked -> questions.missing"),
            ("/remind tomorrow 5pm", "question.asked -> questions.missing"),
            ("/remind yesterday 5pm | stretch", "question.asked -> refusals.past"),
            ("/remind some day | stretch", "question.asked -> refusals.unreadable"),
            (
                "/remind in 20 minutes \(String(repeating: "x", count: 1_001))",
                "-> reminders.too-long"
            ),
        ])
    func remind(words: String, outcome: String) {
        #expect(CommandsTestScene().says(words, by: "lila", privately: true) == outcome)
    }

    @Test("the words typed when asked complete the reminder, in the learner's zone")
    func asked() {
        var scene = CommandsTestScene()
        scene.does("/remind tomorrow 5pm", by: "lila", privately: true)
        scene.does("finish quiz 3", by: "lila", privately: true)
        let reminder = scene.world.waitingReminders(of: scene.person("lila")).first
        #expect(reminder?.text == "finish quiz 3")
        #expect(reminder?.at == Date(timeIntervalSince1970: 1_795_519_800))
        #expect(scene.world.questions.isEmpty)
    }
}
