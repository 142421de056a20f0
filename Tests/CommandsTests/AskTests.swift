import ForumSearch
import Chat
import Cohorts
import Commands
import HashTreeCollections
import Testing

@Suite struct AskTests {
    @Test("a question that nothing answers is posted at once")
    func posted() {
        var scene = CommandsTestScene()
        let outcome = scene.does("/ask How is lateness counted?", by: "lila")
        #expect(outcome == "thread.opened -> forum.posted-new")
        #expect(scene.world.threads[ShortID(rawValue: "q11")]?.isPosted == true)
    }

    @Test("one that something answers is held until the asker says that nothing fits")
    func held() throws {
        var scene = CommandsTestScene()
        scene.faq = [
            FAQEntry(name: "late", title: "Late work", body: "Ask.", language: "en", tags: [])
        ]
        scene.forum = ScriptedForum(.answered, finding: ["faq:late"])
        let decision = try #require(scene.decide("/ask How is lateness counted?", by: "lila"))
        #expect(Optional(decision).outcome == "thread.opened -> forum.answered")
        #expect(decision.messages[0].buttons.joined().map(\.data) == ["/forum post q11"])
        scene.takesPlace(decision)
        #expect(scene.world.threads[ShortID(rawValue: "q11")]?.isPosted == false)
    }

    @Test("what is missing is asked for, and a novel is refused")
    func edges() {
        let scene = CommandsTestScene()
        #expect(scene.says("/ask", by: "lila") == "question.asked -> questions.missing")
        let novel = String(repeating: "x", count: 2_001)
        #expect(scene.says("/ask \(novel)", by: "lila") == "-> forum.question-too-long")
    }
}
