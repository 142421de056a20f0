import Chat
import Commands
import Testing

@Suite struct ReviewListTests {
    @Test("a learner's reviews, open ones first, and nobody else's")
    func list() throws {
        var scene = CommandsTestScene()
        #expect(scene.says("/review", by: "lila") == "-> reviews.none")
        scene.handOutReviews()
        #expect(scene.says("/review list", by: "emma") == "-> reviews.none")
        let decision = try #require(scene.decide("/review", by: "lila"))
        guard case .lines(let lines) = decision.messages[0].phrase.values["lines"] else {
            Issue.record("no lines")
            return
        }
        #expect(lines.map { $0.values["id"] } == [.code("v1")])
        #expect(lines.map(\.key) == ["reviews.line-open"])
    }
}
