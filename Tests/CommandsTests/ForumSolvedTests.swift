import Chat
import Cohorts
import Commands
import ForumSearch
import HashTreeCollections
import Testing

@Suite struct ForumSolvedTests {
    /// Marcos answered q11; Lila's question q12 is held because q11 was found.
    private func scene() -> CommandsTestScene {
        var scene = CommandsTestScene()
        scene.does("/ask How is lateness counted?", by: "emma")
        scene.does("/forum answer q11 Per day.", by: "marcos")
        scene.forum = ScriptedForum(.answered, finding: ["q11"])
        scene.does("/ask How is being late counted?", by: "lila")
        return scene
    }

    @Test("the button under what was found thanks the author and forgets the question")
    func solved() throws {
        var scene = scene()
        let asked = try #require(scene.decide("/ask Late, and now?", by: "lila"))
        #expect(
            asked.messages[0].buttons.joined().map(\.data)
                == ["/forum solved q13 q11", "/forum post q13"])
        #expect(
            scene.does("/forum solved q12 q11", by: "lila")
                == "thread.thanked -> forum.solved-told, forum.thanked")
        #expect(scene.world.threads[ShortID(rawValue: "q11")]?.thanks == 1)
        #expect(scene.world.threads[ShortID(rawValue: "q12")] == nil)
    }

    @Test(
        "only the asker of a held question can say so",
        arguments: [
            ("/forum solved q12 q11", "marcos", "-> forum.unknown"),
            ("/forum solved q99 q11", "lila", "-> forum.unknown"),
            ("/forum solved q11 q11", "emma", "-> forum.already-posted"),
            ("/forum solved q12 q99", "lila", "thread.thanked -> forum.solved"),
            ("/forum solved q12", "lila", "thread.thanked -> forum.solved"),
        ])
    func edges(words: String, name: String, outcome: String) {
        #expect(scene().says(words, by: name) == outcome)
    }
}
