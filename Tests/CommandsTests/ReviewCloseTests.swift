import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ReviewCloseTests {
    @Test("a round with open reviews is closed after a yes, and everybody is told")
    func close() {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.does("/review send v1 Clear, but short.", by: "lila")
        let words = "/review close d10"
        #expect(
            scene.does(words, by: "ivan", privately: true)
                == "question.asked -> reviews.confirm-close")
        #expect(
            scene.does("yes", by: "ivan", privately: true)
                == "question.closed, round.closed -> reviews.closed-figures, "
                + "reviews.closed-none, reviews.round-closed")
        #expect(scene.world.rounds[ShortID(rawValue: "n1")]?.isRunning == false)
        #expect(scene.says(words, by: "ivan") == "-> reviews.round-over")
        #expect(scene.says(words, by: "lila") == "-> refusals.not-allowed")
    }
}
