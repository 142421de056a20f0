import Chat
import Cohorts
import Commands
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct MissedTests {
    /// Lila's messages of two hours ago, held.
    private func scene(_ words: String..., by name: String = "lila") -> CommandsTestScene {
        var scene = CommandsTestScene()
        for (index, text) in words.enumerated() {
            scene.happen([
                BacklogHeld(
                    place: Question.Place(
                        person: scene.person(name), room: CommandsTestScene.room),
                    message: HeldMessage(
                        text: text, sentAt: scene.now.addingTimeInterval(-7_200),
                        message: "\(index)", replyTo: nil))
            ])
        }
        return scene
    }

    @Test("do carries out what was typed, in its order")
    func carriesOut() {
        var scene = scene("/remind tomorrow 5pm tea", "/deadline add Quiz 2 | tomorrow 6pm")
        #expect(
            scene.does("/missed do", by: "lila")
                == "backlog.settled, reminder.added -> reminders.saved, refusals.not-allowed")
        #expect(scene.does("/missed do", by: "lila") == "-> backlog.nothing")
    }

    @Test("words mean what they meant when they were typed")
    func typedThen() throws {
        var scene = scene("/remind in 3 hours tea")
        scene.does("/missed do", by: "lila")
        let reminder = try #require(scene.world.reminders.values.first { _ in true })
        #expect(reminder.at == scene.now.addingTimeInterval(3_600))
    }

    @Test("what was ahead then and is past now is asked about")
    func passed() {
        var scene = scene("/remind in 20 minutes stretch")
        #expect(
            scene.does("/missed do", by: "lila")
                == "backlog.settled, question.asked -> refusals.past")
    }

    @Test("drop forgets it and says so")
    func drops() {
        var scene = scene("/remind tomorrow 5pm tea")
        #expect(scene.does("/missed drop", by: "lila") == "backlog.settled -> backlog.dropped")
        #expect(scene.world.backlogs.isEmpty && scene.world.reminders.isEmpty)
    }

    @Test("without a word it shows what waits; nobody else can do or drop it")
    func shows() {
        var scene = scene("/remind tomorrow 5pm tea")
        #expect(scene.does("/missed", by: "lila") == "-> backlog.ask")
        #expect(scene.does("/missed do", by: "marcos") == "-> backlog.nothing")
        #expect(scene.says("/missed do", by: "lila", privately: true) == "-> backlog.nothing")
    }
}
