import Chat
import Cohorts
import Commands
import Testing

@Suite struct RefusalPhraseTests {
    @Test("who may not is told by name whom to ask")
    func ask() throws {
        var scene = CommandsTestScene()
        let line = "/deadline cancel d10"
        let refused = try #require(scene.decide(line, by: "lila")).messages[0].phrase
        let names = ["emma", "ivan"].map { Phrase("plain", ["text": .user($0)]) }
        #expect(refused.values["ask"] == .list(names))
        #expect(refused.values["role"] == .phrase(Phrase("roles.learner")))
        scene.happen([
            CohortFileRead(id: CommandsTestScene.cohort, values: [:], roles: [:]),
            RoleGiven(
                cohort: CommandsTestScene.cohort, person: scene.person("ivan"), role: .learner),
        ])
        let nobody = try #require(scene.decide(line, by: "lila")).messages[0].phrase
        #expect(nobody.values["ask"] == .phrase(Phrase("roles.a-instructor")))
    }

    @Test("what somebody typed is quoted cut to a readable length")
    func quoted() throws {
        let typed = "/" + String(repeating: "x", count: 500)
        let decision = try #require(CommandsTestScene().decide(typed, by: "lila"))
        let expected = Phrase.Value.user("/" + String(repeating: "x", count: 32))
        #expect(decision.messages[0].phrase.values["typed"] == expected)
    }
}
