import Cohorts
import Testing

@Suite struct RemindersDeleteTests {
    @Test("a reminder is deleted once, by the person whose it is")
    func delete() {
        var scene = CommandsTestScene()
        scene.does("/remind tomorrow 5pm stretch", by: "lila")
        #expect(scene.does("/reminders delete r11", by: "marcos") == "-> reminders.unknown")
        #expect(scene.does("/reminders delete r99", by: "marcos") == "-> reminders.unknown")
        let deleted = scene.does("/reminders delete #R11", by: "lila")
        #expect(deleted == "reminder.deleted -> reminders.deleted")
        #expect(scene.does("/reminders delete r11", by: "lila") == "-> reminders.already-deleted")
    }

    @Test("one that has fired is said to have fired")
    func fired() {
        var scene = CommandsTestScene()
        scene.does("/remind in 1 minute stretch", by: "lila")
        scene.happen([ReminderFired(id: ShortID(rawValue: "r11"), at: scene.now)])
        #expect(scene.says("/reminders delete r11", by: "lila") == "-> reminders.already-fired")
        let missing = scene.says("/reminders delete", by: "lila")
        #expect(missing == "question.asked -> questions.missing")
    }
}
