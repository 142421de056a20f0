import Chat
import Cohorts
import Commands
import ForumSearch
import HashTreeCollections
import Testing

@Suite struct ForumDuplicateTests {
    private func scene() -> CommandsTestScene {
        var scene = CommandsTestScene()
        scene.does("/ask How is lateness counted?", by: "emma")
        scene.does("/ask How is being late counted?", by: "lila")
        scene.does("/ask And if I am late?", by: "lila")
        return scene
    }

    @Test("a question is closed with a link, and its asker is told")
    func close() {
        var scene = scene()
        #expect(
            scene.does("/forum duplicate q12 q11", by: "ivan")
                == "thread.merged -> forum.merged, forum.your-duplicate")
        #expect(scene.world.threads[ShortID(rawValue: "q12")]?.isOpen == false)
        scene.does("/forum duplicate q13 q12", by: "lila")
        #expect(
            scene.world.threads[ShortID(rawValue: "q13")]?.duplicateOf == ShortID(rawValue: "q11"))
    }

    @Test(
        "by its asker or an instructor, of another thread that is there",
        arguments: [
            ("/forum duplicate q12 q11", "lila", "thread.merged -> forum.merged"),
            ("/forum duplicate q12 q11", "marcos", "-> forum.not-yours"),
            ("/forum duplicate q12 q12", "lila", "-> forum.same-thread"),
            ("/forum duplicate q12 q99", "lila", "-> forum.no-thread"),
            ("/forum duplicate q12", "lila", "question.asked -> questions.missing"),
        ])
    func edges(words: String, name: String, outcome: String) {
        #expect(scene().says(words, by: name) == outcome)
    }
}
