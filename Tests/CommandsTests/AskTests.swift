import Chat
import Cohorts
import Commands
import ForumSearch
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
        #expect(
            decision.messages[0].buttons.joined().map(\.data)
                == ["/forum solved q11 faq:late", "/forum post q11"])
        scene.takesPlace(decision)
        #expect(scene.world.threads[ShortID(rawValue: "q11")]?.isPosted == false)
    }

    @Test("what was asked already and waits for an answer is no answer")
    func waiting() throws {
        var scene = CommandsTestScene()
        scene.does("/ask How is lateness counted?", by: "emma")
        scene.forum = ScriptedForum(.answered, finding: ["q11"])
        let decision = try #require(scene.decide("/ask How is being late counted?", by: "lila"))
        #expect(Optional(decision).outcome == "thread.opened -> forum.asked-before")
        #expect(decision.messages[0].buttons.joined().map(\.data) == ["/forum post q12"])
    }

    @Test("marked words are tags, and what is posted is linked to what asks nearly the same")
    func near() throws {
        var scene = CommandsTestScene()
        scene.does("/ask How is lateness counted in #Week-2, #1?", by: "emma")
        #expect(scene.world.threads[ShortID(rawValue: "q11")]?.tags == ["Week-2"])
        scene.forum = ScriptedForum(.candidates, finding: ["q11", "q12"])
        scene.does("/ask How is being late counted?", by: "lila")
        let posted = try #require(scene.decide("/forum post q12", by: "lila")?.messages.first)
        guard case .phrase(let near)? = posted.phrase.values["near"],
            case .lines(let lines)? = near.values["lines"]
        else {
            Issue.record("nothing near")
            return
        }
        #expect(lines.map { $0.values["id"] } == [.code("q11")])
    }

    @Test("what is missing is asked for, and a novel is refused")
    func edges() {
        let scene = CommandsTestScene()
        #expect(scene.says("/ask", by: "lila") == "question.asked -> questions.missing")
        let novel = String(repeating: "x", count: 2_001)
        #expect(scene.says("/ask \(novel)", by: "lila") == "-> forum.question-too-long")
    }
}
