import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ReviewNudgeTests {
    @Test("those who owe a review are reminded, and not twice in half a day")
    func nudge() {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.does("/review send v1 Clear, but short.", by: "lila")
        let words = "/review nudge d10"
        #expect(scene.does(words, by: "emma") == "round.nudged -> reviews.nudged, reviews.nudge")
        #expect(scene.does(words, by: "emma") == "-> reviews.nudged-lately")
        scene.now += 43_200
        scene.does("/review send v2 Clear, but short.", by: "marcos")
        #expect(scene.does(words, by: "emma") == "-> reviews.nobody-owes")
        #expect(scene.does(words, by: "lila") == "-> refusals.not-allowed")
    }
}
