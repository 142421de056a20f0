import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ReviewAppealTests {
    @Test("an appeal goes to the moderators, and its reason is asked for")
    func appeal() {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.does("/review send v2 Clear, but short.", by: "marcos")
        #expect(
            scene.says("/review appeal 1 d10", by: "lila", privately: true)
                == "question.asked -> questions.missing")
        let outcome = scene.does("/review appeal 1 d10 | Not about my work", by: "lila")
        #expect(outcome == "review.judged -> reviews.appealed, reviews.appeal")
        let review = scene.world.reviews[ShortID(rawValue: "v2")]
        #expect(review?.appeal == "Not about my work")
        #expect(review?.verdict == .unfair)
    }
}
