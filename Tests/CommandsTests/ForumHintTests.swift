import Chat
import Cohorts
import Commands
import ForumSearch
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ForumHintTests {
    private func scene(_ band: SearchResult.Band = .answered) -> CommandsTestScene {
        var scene = CommandsTestScene()
        scene.does("/ask How is lateness counted?", by: "emma")
        scene.does("/forum answer q11 Per day.", by: "ivan")
        scene.does("/forum hints on", by: "emma")
        scene.forum = ScriptedForum(band, finding: ["q11"])
        return scene
    }

    private static let question = "does anybody know how lateness is counted?"

    @Test("a question among people gets one quiet hint, with a button against it")
    func hint() throws {
        var scene = scene()
        let hint = try #require(scene.decide(Self.question, by: "lila"))
        #expect(Optional(hint).outcome == "hints.held -> forum.hint")
        #expect(hint.messages[0].buttons.joined().map(\.data) == ["/forum pass q11"])
        scene.takesPlace(hint)
        #expect(scene.says(Self.question, by: "lila") == "silence")
        #expect(scene.says(Self.question, by: "marcos") == "hints.held -> forum.hint")
        scene.now += 2 * 86_400
        #expect(scene.says(Self.question, by: "lila") == "silence", "the same thread")
        scene.now += 6 * 86_400
        #expect(scene.says(Self.question, by: "lila") == "hints.held -> forum.hint")
    }

    @Test(
        "everything else among people is silence",
        arguments: [
            ("how lateness is counted", "lila"), ("why?", "lila"), (question, "zoe"),
            (question, "emma"), (question, "ivan"),
        ])
    func silence(words: String, name: String) {
        #expect(scene().says(words, by: name) == "silence")
    }

    @Test("also where the search is not sure, and where nobody switched it on")
    func off() {
        #expect(scene(.candidates).says(Self.question, by: "lila") == "silence")
        var quiet = scene()
        quiet.does("/forum hints off", by: "emma")
        #expect(quiet.says(Self.question, by: "lila") == "silence")
        var scene = CommandsTestScene()
        scene.forum = ScriptedForum(.answered, finding: ["faq:x"])
        #expect(scene.says(Self.question, by: "lila") == "silence")
    }

    @Test("a picture beside a question hides it from nobody")
    func picture() {
        let scene = scene()
        let shown = scene.decide(
            Self.question, by: "lila", with: Attachment(id: "F", name: "screen.png"))
        #expect(shown.outcome == "hints.held -> forum.hint")
    }
}
