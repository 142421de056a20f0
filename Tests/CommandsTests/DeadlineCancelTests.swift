import Chat
import Testing

@Suite struct DeadlineCancelTests {
    @Test(
        "an instructor cancels by id or title; a learner cannot",
        arguments: [
            ("/deadline cancel d10", "ivan", "deadline.cancelled -> deadlines.cancelled"),
            ("/deadline cancel assignment 2", "ivan", "deadline.cancelled -> deadlines.cancelled"),
            ("/deadline cancel Quiz 9", "ivan", "-> deadlines.unknown"),
            ("/deadline cancel", "ivan", "question.asked -> questions.missing"),
            ("/deadline cancel d10", "lila", "-> refusals.not-allowed"),
        ])
    func cancel(words: String, name: String, outcome: String) {
        #expect(CommandsTestScene().says(words, by: name) == outcome)
    }

    @Test("the undo button pressed twice cancels once")
    func twice() {
        var scene = CommandsTestScene()
        scene.takesPlace(scene.decide(.press("/deadline cancel d10"), by: "ivan"))
        let again = scene.decide(.press("/deadline cancel d10"), by: "ivan")
        #expect(again.outcome == "-> deadlines.already-cancelled")
    }
}
