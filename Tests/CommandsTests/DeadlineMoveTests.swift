import Chat
import Cohorts
import Commands
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct DeadlineMoveTests {
    @Test(
        "an instructor moves a deadline, and the others get one note",
        arguments: [
            (
                "/deadline move d10 1 Dec 18:00", "ivan",
                "deadline.moved -> deadlines.moved, deadlines.news-moved, deadlines.news-moved, "
                    + "deadlines.news-moved"
            ),
            ("/deadline move Assignment 2 | 2026-11-27 18:00", "ivan", "-> deadlines.not-moved"),
            ("/deadline move d10", "ivan", "question.asked -> questions.missing"),
            ("/deadline move d10 yesterday", "ivan", "question.asked -> refusals.past"),
            ("/deadline move d10 1 Dec 18:00", "lila", "-> refusals.not-allowed"),
        ])
    func move(words: String, name: String, outcome: String) {
        #expect(CommandsTestScene().says(words, by: name) == outcome)
    }

    @Test(
        "whoever is done hears nothing, reminders that are ahead again come again, Undo goes back")
    func effect() throws {
        var scene = CommandsTestScene()
        scene.does("/done d10", by: "lila")
        scene.now += 3 * 86_400
        let id = CommandsTestScene.deadline
        let old = try #require(scene.world.deadlines[id]?.dueAt)
        scene.happen([DeadlineReminded(id: id, leads: [7 * 86_400, 2 * 86_400])])
        let moved = try #require(scene.decide("/deadline move d10 in 100 hours", by: "ivan"))
        #expect(moved.messages.count == 3)
        #expect(!moved.messages.contains { $0.reader == scene.person("lila") })
        scene.takesPlace(moved)
        #expect(scene.world.deadlines[id]?.remindedLeads == [7 * 86_400])
        scene.takesPlace(scene.decide(.press(moved.messages[0].buttons[0][0].data), by: "ivan"))
        #expect(scene.world.deadlines[id]?.dueAt == old)
    }
}
