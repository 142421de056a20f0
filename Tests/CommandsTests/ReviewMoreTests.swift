import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ReviewMoreTests {
    @Test("whoever handed in can offer to review one more, once")
    func more() {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        let words = "/review more d10"
        #expect(scene.does(words, by: "lila") == "round.volunteered -> reviews.volunteered")
        #expect(scene.does(words, by: "lila") == "-> reviews.volunteered")
        #expect(scene.does(words, by: "emma") == "-> reviews.nothing-handed-in")
    }
}
