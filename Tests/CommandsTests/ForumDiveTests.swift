import Chat
import Cohorts
import Commands
import ForumSearch
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ForumDiveTests {
    private func scene() -> CommandsTestScene {
        var scene = CommandsTestScene()
        scene.does("/ask How is lateness counted in #module-2?", by: "emma")
        scene.does("/ask Where is the rubric?", by: "emma")
        scene.does("/forum answer q11 Per day.", by: "marcos")
        return scene
    }

    private func best(_ words: String, _ scene: CommandsTestScene) -> String? {
        guard
            case .phrase(let best)? = scene.decide(words, by: "lila")?.messages.first?
                .phrase.values["best"]
        else { return nil }
        return best.key
    }

    @Test("the week's best threads, of a quiet week those so far, and questions to help with")
    func dive() {
        var scene = scene()
        #expect(scene.says("/forum dive", by: "lila") == "-> forum.dive")
        #expect(best("/forum dive", scene) == "forum.dive-best")
        scene.now += 8 * 86_400
        #expect(best("/forum dive", scene) == "forum.dive-best-ever")
    }

    @Test("a module is found by tag or words; where nothing is, one is asked to ask")
    func module() {
        #expect(best("/forum dive module-2", scene()) == "forum.dive-best")
        #expect(best("/forum dive rubric", scene()) == "nothing")
        #expect(scene().says("/forum dive module 7", by: "lila") == "-> forum.dive-empty")
        #expect(CommandsTestScene().says("/forum dive", by: "lila") == "-> forum.dive-empty")
    }
}
