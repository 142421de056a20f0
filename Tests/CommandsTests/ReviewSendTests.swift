import Cohorts
import HashTreeCollections
import Testing

@Suite struct ReviewSendTests {
    private func scene() -> CommandsTestScene {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        return scene
    }

    @Test(
        "a review is its comment and perhaps a score",
        arguments: [
            ("/review send v1 | Clear. | 82", "review.sent -> reviews.sent-last, reviews.arrived"),
            (
                "/review send v1 Clear and short.",
                "review.sent -> reviews.sent-last, reviews.arrived"
            ),
            ("/review send v1 | Clear. | 101", "question.asked -> refusals.unreadable"),
            ("/review send v1", "question.asked -> questions.missing"),
            ("/review send v2 | Not mine. | 82", "-> reviews.unknown"),
        ])
    func send(words: String, outcome: String) {
        #expect(scene().says(words, by: "lila", privately: true) == outcome)
    }

    @Test("sending again replaces it, and the author is told of one review only")
    func again() {
        var scene = scene()
        scene.does("/review send v1 | Clear. | 82", by: "lila")
        let again = scene.does("/review send v1 | Very clear. | 90", by: "lila")
        #expect(again == "review.sent -> reviews.replaced")
        let review = scene.world.reviews[ShortID(rawValue: "v1")]
        #expect(review?.comment == "Very clear.")
        #expect(review?.score == 90)
    }
}
