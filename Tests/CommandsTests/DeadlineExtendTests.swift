import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct DeadlineExtendTests {
    @Test(
        "one learner gets a later date, by name or as the author of a message",
        arguments: [
            (
                "/deadline extend d10 | Lila | 30 Nov 18:00", "ivan",
                "deadline.extended -> deadlines.extended, deadlines.news-extended"
            ),
            (
                "/deadline extend Assignment 2 lila 30 Nov 18:00", "ivan",
                "deadline.extended -> deadlines.extended, deadlines.news-extended"
            ),
            (
                "/deadline extend d10 | lila | 26 Nov 18:00", "ivan",
                "-> deadlines.extension-not-later"
            ),
            ("/deadline extend d10 | lila | off", "ivan", "-> deadlines.not-extended"),
            ("/deadline extend d10 | lila", "ivan", "question.asked -> questions.missing"),
            ("/deadline extend d10 | nobody | 30 Nov", "ivan", "-> roles.nobody-called"),
            ("/deadline extend d10 | lila | 30 Nov", "marcos", "-> refusals.not-allowed"),
        ])
    func extend(words: String, name: String, outcome: String) {
        #expect(CommandsTestScene().says(words, by: name) == outcome)
    }

    @Test("a reply needs no name; everything is said in private; Undo takes it back")
    func reply() throws {
        var scene = CommandsTestScene()
        let quote = Quote(
            message: "9", author: CommandsTestScene.account("lila"), authorName: "lila",
            text: "I am ill", isOurs: false)
        let given = try #require(
            scene.decide("/deadline extend d10 30 Nov 18:00", by: "ivan", replyTo: quote))
        #expect(
            given.messages.map(\.to) == [
                .person(scene.person("ivan"), fallback: CommandsTestScene.room),
                .person(scene.person("lila"), fallback: nil),
            ])
        scene.takesPlace(given)
        let deadline = try #require(scene.world.deadlines[CommandsTestScene.deadline])
        #expect(scene.world.due(deadline, for: scene.person("lila")) > deadline.dueAt)
        #expect(scene.world.due(deadline, for: scene.person("marcos")) == deadline.dueAt)
        let undo = given.messages[0].buttons[0][0].data
        #expect(undo.utf8.count <= 64)
        scene.takesPlace(scene.decide(.press(undo), by: "ivan", privately: false))
        #expect(scene.world.due(deadline, for: scene.person("lila")) == deadline.dueAt)
    }

    @Test("reminders come before the learner's own date, and the list shows it to them alone")
    func reminders() throws {
        var scene = CommandsTestScene()
        scene.does("/deadline extend d10 | lila | 30 Nov 18:00", by: "ivan")
        scene.now += 5 * 86_400
        let item = Agenda.Item.own(CommandsTestScene.deadline, scene.person("lila"))
        let told = DueDecision(world: scene.world, now: scene.now, zones: .system).decide([item])
        #expect(told.outcome == "deadline.told -> deadlines.reminder-late")
        #expect(scene.says("/deadline list", by: "lila", privately: true) == "-> deadlines.list")
        #expect(scene.says("/deadline list", by: "lila") == "-> deadlines.none")
    }
}
