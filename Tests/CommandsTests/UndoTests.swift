import Cohorts
import FoundationEssentials
import Testing

@Suite struct UndoTests {
    @Test("a done mark and a deletion are taken back, once")
    func undo() {
        var scene = CommandsTestScene()
        #expect(scene.says("/undo d10", by: "lila") == "-> reminders.nothing-to-undo")
        scene.does("/done d10", by: "lila")
        #expect(scene.does("/undo d10", by: "lila") == "deadline.done -> deadlines.undone")
        #expect(scene.says("/undo d10", by: "lila") == "-> reminders.nothing-to-undo")

        scene.does("/remind in 1 hour stretch", by: "lila")
        scene.does("/reminders delete r11", by: "lila")
        #expect(scene.says("/undo r11", by: "marcos") == "-> reminders.nothing-to-undo")
        #expect(scene.does("/undo r11", by: "lila") == "reminder.restored -> reminders.restored")
        #expect(scene.says("/undo r11", by: "lila") == "-> reminders.nothing-to-undo")
    }

    @Test("what is past stays deleted, a series goes on with its next one")
    func past() {
        var scene = CommandsTestScene()
        scene.does("/remind in 1 hour stretch", by: "lila")
        scene.does("/remind every day 18:00 walk", by: "lila")
        for id in ["r11", "r12"] { scene.does("/reminders delete \(id)", by: "lila") }
        scene.now += 2 * 86_400
        #expect(scene.says("/undo r11", by: "lila") == "-> reminders.too-late-to-undo")
        #expect(scene.does("/undo r12", by: "lila") == "reminder.restored -> reminders.restored")
        let next = scene.world.reminders[ShortID(rawValue: "r12")]?.next
        #expect(next == Date(timeIntervalSince1970: 1_795_609_800))
    }
}
