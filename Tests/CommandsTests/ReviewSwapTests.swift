import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ReviewSwapTests {
    @Test(
        "a review of somebody one knows is exchanged, unless it is sent",
        arguments: [
            ("/review swap v1", "round.pair-parted, job.started -> reviews.swapping"),
            (
                "/review swap v1 | We share a flat",
                "round.pair-parted, job.started -> reviews.swapping-why"
            ),
            (
                "/review swap v1 \(String(repeating: "x", count: 1_001))",
                "-> reviews.reason-too-long"
            ),
            ("/review swap v2", "-> reviews.unknown"),
        ])
    func swap(words: String, outcome: String) {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        #expect(scene.says(words, by: "lila") == outcome)
        scene.does("/review send v1 Clear, but short.", by: "lila")
        #expect(scene.says("/review swap v1", by: "lila") == "-> reviews.sent-stays")
    }
}
