import Cohorts
import Testing

@Suite struct DoneTests {
    @Test(
        "a deadline is done by title or id; only members, and only once",
        arguments: [
            ("/done Assignment 2", "lila", "deadline.done -> deadlines.done"),
            ("/done assignment", "lila", "deadline.done -> deadlines.done"),
            ("/done d10", "lila", "deadline.done -> deadlines.done"),
            ("/done d10", "stranger", "-> cohorts.join-first"),
            ("/done Quiz 9", "lila", "-> deadlines.unknown"),
            ("/done", "lila", "question.asked -> questions.missing"),
        ])
    func done(words: String, name: String, outcome: String) {
        #expect(CommandsTestScene().says(words, by: name) == outcome)
    }

    @Test("pressed twice it is done once; what was handed in is done")
    func twice() {
        var scene = CommandsTestScene()
        scene.does("/done d10", by: "lila")
        #expect(scene.says("/done d10", by: "lila") == "-> deadlines.already-done")
        scene.handIn(["marcos"])
        #expect(scene.says("/done d10", by: "marcos") == "-> deadlines.already-done")
    }

    @Test("a reminder that is done does not come; of a series only this one")
    func reminders() {
        var scene = CommandsTestScene()
        scene.does("/remind in 1 hour stretch", by: "lila")
        #expect(scene.says("/done r11", by: "marcos") == "-> deadlines.unknown")
        #expect(scene.does("/done r11", by: "lila") == "reminder.deleted -> reminders.done-said")
        #expect(scene.says("/done r11", by: "lila") == "-> reminders.done-said")
        scene.does("/remind every day 18:00 walk", by: "lila")
        #expect(scene.says("/done r12", by: "lila") == "-> reminders.done-next")
        scene.does("/reminders snooze r12 1h", by: "lila")
        #expect(scene.does("/done r12", by: "lila") == "reminder.moved -> reminders.done-next")
    }
}
