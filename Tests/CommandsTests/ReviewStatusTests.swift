import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ReviewStatusTests {
    @Test(
        "moderators read how a round stands, in private",
        arguments: [
            ("/review status Assignment 2", "emma", "-> reviews.status"),
            ("/review status Assignment 2", "lila", "-> refusals.not-allowed"),
            ("/review status Assignment 9", "emma", "-> deadlines.unknown"),
        ])
    func status(words: String, name: String, outcome: String) {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        #expect(scene.says(words, by: name) == outcome)
    }

    @Test("before the start there is nothing to see")
    func before() {
        var scene = CommandsTestScene()
        #expect(scene.says("/review status d10", by: "emma") == "-> reviews.plan-first")
        scene.handIn(["lila", "marcos"])
        scene.does("/review plan d10", by: "ivan")
        #expect(scene.says("/review status d10", by: "emma") == "-> reviews.not-started")
    }
}
