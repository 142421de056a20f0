import Chat
import Cohorts
import Commands
import FoundationEssentials
import Testing

@Suite struct DueDecisionTests {
    private func due(_ item: Agenda.Item, in scene: CommandsTestScene) -> Decision? {
        DueDecision(world: scene.world, now: scene.now).decide(item)
    }

    @Test(
        "a reminder fires once, at its time, and says when it is late",
        arguments: [
            (59.0, "silence"), (60, "reminder.fired -> reminders.fired"),
            (180, "reminder.fired -> reminders.fired"),
            (181, "reminder.fired -> reminders.fired-late"),
        ])
    func reminder(seconds: Double, outcome: String) {
        var scene = CommandsTestScene()
        scene.does("/remind in 1 minute stretch", by: "lila")
        let item = Agenda.Item.reminder(ShortID(rawValue: "r11"))
        scene.now += seconds
        let decision = due(item, in: scene)
        #expect(decision.outcome == outcome)
        scene.takesPlace(decision)
        if decision != nil { #expect(due(item, in: scene).outcome == "silence") }
    }

    @Test("it comes in private, or by name in the room where no private chat is open")
    func place() throws {
        var scene = CommandsTestScene()
        scene.does("/remind in 1 minute stretch", by: "lila")
        scene.does("/remind in 1 minute stretch", by: "stranger")
        scene.now += 60
        let known = try #require(due(.reminder(ShortID(rawValue: "r11")), in: scene))
        #expect(known.messages[0].to == .person(scene.person("lila"), fallback: nil))
        let other = try #require(due(.reminder(ShortID(rawValue: "r12")), in: scene))
        #expect(other.messages[0].to == .room(CommandsTestScene.room))
        #expect(other.messages[0].phrase.key == "reminders.fired-in-room")
    }

    @Test("after downtime one reminder of a deadline comes, not one for every lead")
    func leads() {
        var scene = CommandsTestScene()
        let days = { (lead: Int) in Agenda.Item.deadline(CommandsTestScene.deadline, lead: lead) }
        #expect(due(days(2 * 86_400), in: scene).outcome == "silence")
        scene.now += 3.9 * 86_400
        let decision = due(days(2 * 86_400), in: scene)
        #expect(decision.outcome == "deadline.reminded -> deadlines.reminder")
        scene.takesPlace(decision)
        #expect(due(days(6 * 3_600), in: scene).outcome == "silence")
    }

    @Test("a cancelled deadline is silent, and one that is over is only noted")
    func over() {
        var scene = CommandsTestScene()
        let item = Agenda.Item.deadline(CommandsTestScene.deadline, lead: 6 * 3_600)
        scene.now += 5 * 86_400
        #expect(due(item, in: scene).outcome == "deadline.reminded -> ")
        scene.does("/deadline cancel d10", by: "ivan")
        #expect(due(item, in: scene).outcome == "silence")
    }
}
