import Chat
import Commands
import Testing

/// To each of the three others.
private let news = Array(repeating: "deadlines.news-cancelled", count: 3).joined(separator: ", ")

@Suite struct DeadlineCancelTests {
    @Test(
        "an instructor cancels by id or title; a learner cannot",
        arguments: [
            ("/deadline cancel d10", "ivan", "deadline.cancelled -> deadlines.cancelled, \(news)"),
            (
                "/deadline cancel assignment 2", "ivan",
                "deadline.cancelled -> deadlines.cancelled, \(news)"
            ),
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

    @Test("what its author takes away at once has reached nobody and is not spoken of")
    func fresh() {
        var scene = CommandsTestScene()
        scene.does("/deadline add Quiz 2 | tomorrow 5pm", by: "ivan")
        #expect(
            scene.says("/deadline cancel d11", by: "ivan")
                == "deadline.cancelled -> deadlines.cancelled")
    }

    @Test("of what is due so soon that it was told at once, its end is told, too")
    func soon() {
        var scene = CommandsTestScene()
        scene.does("/deadline add Quiz 2 | in 2 hours", by: "ivan")
        #expect(
            scene.says("/deadline cancel d11", by: "ivan")
                == "deadline.cancelled -> deadlines.cancelled, \(news)")
    }

    @Test("what reaches more than five is asked about first, with the number")
    func many() throws {
        var scene = CommandsTestScene()
        for name in ["nia", "tom", "ana"] { scene.does("/join", by: name) }
        let asked = try #require(
            scene.decide("/deadline cancel d10 | optional now", by: "ivan", privately: true))
        #expect(Decision?(asked).outcome == "question.asked -> deadlines.confirm-cancel")
        #expect(asked.messages[0].phrase.values["count"] == .number(6))
        scene.takesPlace(asked)
        let done = scene.does("yes", by: "ivan", privately: true)
        #expect(done.hasPrefix("question.closed, deadline.cancelled -> deadlines.cancelled"))
    }
}
