import ForumSearch
import Testing

@Suite struct ForumSearchCommandTests {
    @Test("what is found is shown, and where nothing is, how to ask")
    func search() {
        var scene = CommandsTestScene()
        #expect(scene.says("/forum search late penalty", by: "lila") == "-> forum.nothing")
        scene.does("/ask How is lateness counted?", by: "marcos")
        scene.forum = ScriptedForum(.candidates, finding: ["q11"])
        #expect(scene.says("/forum late penalty", by: "lila") == "-> forum.found")
        #expect(scene.says("/forum", by: "lila") == "question.asked -> questions.missing")
    }

    @Test("a hit that the world no longer knows is passed over")
    func gone() {
        var scene = CommandsTestScene()
        scene.forum = ScriptedForum(.answered, finding: ["q99"])
        #expect(scene.says("/forum search late penalty", by: "lila") == "-> forum.nothing")
    }
}
