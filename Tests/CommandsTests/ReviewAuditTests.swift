import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ReviewAuditTests {
    @Test("only instructors read who reviewed whom, and only in private")
    func audit() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.does("/review send v2 | Clear, but short. | 50", by: "marcos")
        scene.does("/review appeal 1 d10 | No", by: "lila")
        let decision = try #require(scene.decide("/review audit d10", by: "ivan"))
        #expect(decision.messages.map(\.phrase.key) == ["reviews.audit"])
        #expect(
            decision.messages[0].to
                == .person(scene.person("ivan"), fallback: CommandsTestScene.room))
        #expect(scene.says("/review audit d10", by: "lila") == "-> refusals.not-allowed")
    }
}
