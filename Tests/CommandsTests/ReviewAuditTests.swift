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

    @Test("why somebody gave a work back stands there, and in no other message")
    func swap() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews(of: 8, each: 2)
        let review = scene.world.reviews(by: scene.person("lila"))[0]
        let swapped = try #require(
            scene.decide("/review swap \(review.id.rawValue) We share a flat", by: "lila"))
        scene.takesPlace(swapped)
        let job = try #require(scene.world.jobs.values.first)
        let work = try #require(RoundMending(job, in: scene.world, knowledge: scene.knowledge))
        let mended = work.decision(for: work.run(), in: scene.world, now: scene.now)
        let reason = "We share a flat"
        #expect(!String(describing: swapped.messages + mended.messages).contains(reason))
        let audit = try #require(scene.decide("/review audit d10", by: "ivan"))
        let lines = String(describing: audit.messages[0].phrase)
        #expect(lines.contains("reviews.audit-swap") && lines.contains(reason))
        // Another reason takes the place of the first one.
        scene.does("/review swap \(review.id.rawValue) She is my sister", by: "lila")
        let again = try #require(scene.decide("/review audit d10", by: "ivan"))
        #expect(!String(describing: again.messages[0].phrase).contains(reason))
    }
}
