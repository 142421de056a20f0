import Chat
import Cohorts
import Commands
import HashTreeCollections
import Testing

@Suite struct ForumAnswerTests {
    private func asked() -> CommandsTestScene {
        var scene = CommandsTestScene()
        scene.does("/ask How is lateness counted?", by: "lila")
        return scene
    }

    @Test(
        "an answer names its question, or means the last open one of the room",
        arguments: [
            ("/forum answer q11 Per day.", "thread.answered -> forum.marked, forum.your-answer"),
            ("/forum answer Per day.", "thread.answered -> forum.marked, forum.your-answer"),
            ("/forum answer q99 Per day.", "-> forum.unknown"),
            ("/forum answer q11", "question.asked -> questions.missing"),
        ])
    func answer(words: String, outcome: String) {
        #expect(asked().says(words, by: "marcos") == outcome)
    }

    @Test("a message replied to is the answer, with its author's name")
    func reply() {
        var scene = asked()
        let quote = Quote(
            message: "9", author: CommandsTestScene.account("emma"), authorName: "emma",
            text: "One point per day.", isOurs: false)
        scene.takesPlace(scene.decide("/forum answer", by: "lila", replyTo: quote))
        let answer = scene.world.threads[ShortID(rawValue: "q11")]?.answer
        #expect(answer?.text == "One point per day.")
        #expect(answer?.byName == "emma")
    }

    @Test("an answer is replaced by the asker or an instructor only")
    func replace() {
        var scene = asked()
        scene.does("/forum answer q11 Per day.", by: "marcos")
        #expect(scene.says("/forum answer q11 Never.", by: "marcos") == "-> forum.has-answer")
        let asker = scene.says("/forum answer q11 Per hour.", by: "lila")
        #expect(asker == "thread.answered -> forum.marked")
        let instructor = scene.says("/forum answer q11 Per hour.", by: "ivan")
        #expect(instructor == "thread.answered -> forum.marked, forum.your-answer")
    }
}
