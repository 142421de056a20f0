import ForumSearch
import Testing

@Suite struct ForumPostTests {
    @Test("a held question is posted once, by its asker")
    func post() {
        var scene = CommandsTestScene()
        scene.forum = ScriptedForum(.candidates, finding: [])
        scene.does("/ask How is lateness counted?", by: "lila")
        #expect(scene.does("/forum post q11", by: "marcos") == "-> forum.unknown")
        #expect(scene.does("/forum post q99", by: "marcos") == "-> forum.unknown")
        #expect(scene.does("/forum post q11", by: "lila") == "thread.posted -> forum.posted")
        #expect(scene.does("/forum post q11", by: "lila") == "-> forum.already-posted")
    }
}
