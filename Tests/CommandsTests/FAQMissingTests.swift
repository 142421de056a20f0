import Chat
import Cohorts
import Commands
import ForumSearch
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct FAQMissingTests {
    @Test("what was asked and not answered is listed, what was asked most often first")
    func missing() throws {
        var scene = CommandsTestScene()
        #expect(scene.says("/faq missing", by: "emma") == "-> forum.none-missing")
        scene.does("/ask Where is the rubric?", by: "lila")
        scene.now += 60
        scene.does("/ask How is lateness counted?", by: "lila")
        scene.does("/ask How late can I be?", by: "marcos")
        scene.does("/forum duplicate q13 q12", by: "ivan")
        let told = try #require(scene.decide("/faq missing", by: "emma")?.messages.first)
        #expect(told.phrase.key == "forum.missing")
        guard case .lines(let lines)? = told.phrase.values["lines"] else {
            Issue.record("no lines")
            return
        }
        #expect(lines.map { $0.values["count"] } == [.number(2), .number(1)])
        #expect(scene.says("/faq missing", by: "lila").hasPrefix("-> refusals.not-allowed"))
    }
}
