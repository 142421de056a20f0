import Chat
import Commands
import Testing

@Suite struct RemindersListTests {
    @Test("everybody sees their own reminders, for their eyes only")
    func own() throws {
        var scene = CommandsTestScene()
        scene.does("/remind tomorrow 5pm stretch", by: "lila")
        #expect(scene.says("/reminders", by: "lila") == "-> reminders.list")
        #expect(scene.says("/reminders", by: "marcos") == "-> reminders.none")
        let decision = try #require(scene.decide("/reminders", by: "lila"))
        let place = Destination.person(scene.person("lila"), fallback: CommandsTestScene.room)
        #expect(decision.messages[0].to == place)
    }

    @Test("beyond a page it says how many more there are")
    func pages() {
        var scene = CommandsTestScene()
        for minute in 1...9 { scene.does("/remind in \(minute) minutes stretch", by: "lila") }
        #expect(scene.says("/reminders list", by: "lila") == "-> reminders.list-more")
    }
}
