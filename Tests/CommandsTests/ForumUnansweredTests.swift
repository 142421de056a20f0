import Chat
import Cohorts
import Commands
import ForumSearch
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ForumUnansweredTests {
    @Test("open questions are listed, oldest first, and before them those one could help with")
    func list() throws {
        var scene = CommandsTestScene()
        #expect(scene.says("/forum unanswered", by: "lila") == "-> forum.none-unanswered")
        scene.does("/ask How is lateness counted?", by: "emma")
        scene.now += 60
        scene.does("/ask Where is the rubric?", by: "emma")
        scene.does("/ask Who scores quizzes?", by: "emma")
        scene.does("/forum answer q13 Peers.", by: "marcos")
        #expect(scene.says("/forum unanswered", by: "lila") == "-> forum.unanswered")
        scene.forum = ScriptedForum(.candidates, finding: ["q13"])
        let told = try #require(scene.decide("/forum unanswered", by: "marcos")?.messages.first)
        guard case .phrase(let mine)? = told.phrase.values["mine"] else {
            Issue.record("nothing to help with")
            return
        }
        #expect(mine.key == "forum.yours-to-answer")
    }
}
