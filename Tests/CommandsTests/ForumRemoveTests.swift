import Chat
import Cohorts
import Commands
import ForumSearch
import HashTreeCollections
import Testing

@Suite struct ForumRemoveTests {
    @Test(
        "a thread is taken out by who asked, who answered or a moderator, and asked about first",
        arguments: [
            ("lila", true), ("marcos", true), ("emma", true), ("olga", true), ("zoe", false),
        ])
    func remove(name: String, isAllowed: Bool) {
        var scene = CommandsTestScene()
        scene.does("/ask How is lateness counted?", by: "lila")
        scene.does("/forum answer q11 Per day.", by: "marcos")
        let outcome = scene.does("/forum remove q11", by: name)
        #expect((outcome == "-> forum.not-yours") == !isAllowed)
        guard isAllowed else { return }
        #expect(outcome == "question.asked -> forum.confirm-remove")
        let yes = scene.decide(.press("=0"), by: name)
        #expect(yes.outcome == "question.closed, thread.removed -> forum.removed")
        scene.takesPlace(yes, by: name)
        #expect(scene.world.threads[ShortID(rawValue: "q11")] == nil)
        #expect(scene.says("/forum remove q11", by: name) == "-> forum.no-thread")
    }
}
