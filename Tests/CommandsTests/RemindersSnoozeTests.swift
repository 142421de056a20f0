import Chat
import Cohorts
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct RemindersSnoozeTests {
    @Test(
        "a reminder that has gone out comes again, by a button or in words",
        arguments: [
            ("20m", 1_200.0), ("1h", 3_600), ("tomorrow", 62_940), ("2 hours", 7_200),
            ("in 90 minutes", 5_400),
        ])
    func snooze(words: String, seconds: Double) {
        var scene = CommandsTestScene()
        scene.does("/remind in 1 minute stretch", by: "lila")
        let id = ShortID(rawValue: "r11")
        scene.happen([ReminderFired(id: id, at: scene.now)])
        #expect(
            scene.does("/reminders snooze r11 \(words)", by: "lila")
                == "reminder.snoozed -> reminders.snoozed")
        #expect(scene.world.reminders[id]?.state == .waiting)
        #expect(scene.world.reminders[id]?.next == scene.now + seconds)
    }

    @Test("without words it asks with buttons; only one's own, and nothing deleted")
    func refusals() {
        var scene = CommandsTestScene()
        scene.does("/remind in 1 minute stretch", by: "lila")
        #expect(
            scene.says("/reminders snooze r11", by: "lila")
                == "question.asked -> reminders.snooze-when")
        #expect(scene.says("/reminders snooze r11 1h", by: "marcos") == "-> reminders.unknown")
        #expect(
            scene.says("/reminders snooze r11 never", by: "lila")
                == "question.asked -> refusals.unreadable")
        scene.does("/reminders delete r11", by: "lila")
        #expect(scene.says("/reminders snooze r11 1h", by: "lila") == "-> reminders.deleted-before")
    }

    @Test("the series of a repeating reminder stays where it is")
    func series() {
        var scene = CommandsTestScene()
        scene.does("/remind every Monday 18:00 study", by: "lila")
        let id = ShortID(rawValue: "r11")
        let at = scene.world.reminders[id]?.at
        scene.does("/reminders snooze r11 1h", by: "lila")
        #expect(scene.world.reminders[id]?.at == at)
        #expect(scene.world.reminders[id]?.next == scene.now + 3_600)
    }

    @Test("a deadline is put off for one learner, never past its moment, and not when done")
    func deadline() {
        var scene = CommandsTestScene()
        let id = CommandsTestScene.deadline
        #expect(
            scene.does("/reminders snooze d10 1h", by: "lila")
                == "deadline.told -> deadlines.snoozed")
        scene.does("/reminders snooze d10 2026-11-30 10:00", by: "lila")
        let due = scene.world.deadlines[id]?.dueAt ?? .distantPast
        #expect(
            scene.world.standing(of: scene.person("lila"), towards: id).nudges
                == [scene.now + 3_600, due - 900])
        #expect(
            scene.does("/reminders snooze d10 off", by: "lila")
                == "deadline.told -> deadlines.snooze-off")
        #expect(scene.world.standings.isEmpty)
        scene.does("/done d10", by: "lila")
        #expect(scene.says("/reminders snooze d10 1h", by: "lila") == "-> deadlines.already-done")
        scene.now += 5 * 86_400
        #expect(scene.says("/reminders snooze d10 1h", by: "marcos") == "-> deadlines.snooze-over")
    }
}
