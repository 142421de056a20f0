import Cohorts
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct RemindersEditTests {
    @Test(
        "words, moment or both change, and Undo brings back what was",
        arguments: [
            ("call home", "call home", 1_795_519_800.0),
            ("tomorrow 6pm", "stretch", 1_795_523_400),
            ("18:00 call home", "call home", 1_795_437_000),
            ("call home tomorrow 6pm", "call home", 1_795_523_400),
        ])
    func edit(change: String, text: String, at: Double) {
        var scene = CommandsTestScene()
        scene.does("/remind tomorrow 5pm stretch", by: "lila")
        let id = ShortID(rawValue: "r11")
        let before = scene.world.reminders[id]
        #expect(
            scene.does("/reminders edit r11 \(change)", by: "lila")
                == "reminder.edited -> reminders.edited")
        #expect(scene.world.reminders[id]?.text == text)
        #expect(scene.world.reminders[id]?.at == Date(timeIntervalSince1970: at))
        scene.does("/undo r11", by: "lila")
        #expect(scene.world.reminders[id]?.text == before?.text)
        #expect(scene.world.reminders[id]?.at == before?.at)
    }

    @Test("it repeats from now on where a repetition is said, in whatever language")
    func repeats() {
        for words in ["every Monday 8:00", "cada lunes 8:00", "toda segunda às 8h"] {
            var scene = CommandsTestScene()
            scene.does("/remind tomorrow 5pm stretch", by: "lila")
            scene.does("/reminders edit r11 \(words) walk", by: "lila")
            let reminder = scene.world.reminders[ShortID(rawValue: "r11")]
            #expect(reminder?.isRepeating == true && reminder?.text == "walk", "\(words)")
        }
    }

    @Test("one that has gone out needs a moment, one that repeats from now on keeps its hour")
    func states() {
        var scene = CommandsTestScene()
        scene.does("/remind in 1 minute stretch", by: "lila")
        let id = ShortID(rawValue: "r11")
        #expect(scene.says("/reminders edit r11 x", by: "marcos") == "-> reminders.unknown")
        scene.happen([ReminderFired(id: id, at: scene.now)])
        #expect(scene.says("/reminders edit r11 walk", by: "lila") == "-> reminders.already-fired")
        #expect(
            scene.does("/reminders edit r11 every Monday 8:00 walk", by: "lila")
                == "reminder.edited -> reminders.edited")
        #expect(scene.world.reminders[id]?.repeats?.rule == "FREQ=WEEKLY;BYDAY=MO")
        #expect(scene.world.reminders[id]?.state == .waiting)
        scene.does("/reminders delete r11", by: "lila")
        #expect(scene.says("/reminders edit r11 x", by: "lila") == "-> reminders.deleted-before")
    }
}
