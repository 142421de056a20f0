import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ReviewHelpfulTests {
    private func scene() -> CommandsTestScene {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.does("/review send v2 Clear, but short.", by: "marcos")
        return scene
    }

    @Test(
        "an author thanks for a comment by its number",
        arguments: [
            ("/review helpful 1 d10", "lila", "review.judged -> reviews.thanked, reviews.thanks"),
            ("/review helpful d10", "lila", "review.judged -> reviews.thanked, reviews.thanks"),
            ("/review helpful 2 d10", "lila", "-> reviews.no-such-comment"),
            ("/review helpful 1 d10", "marcos", "-> reviews.none-received"),
        ])
    func thank(words: String, name: String, outcome: String) {
        #expect(scene().says(words, by: name, privately: true) == outcome)
    }

    @Test("thanks go out once")
    func once() {
        var scene = scene()
        scene.does("/review helpful 1 d10", by: "lila")
        #expect(scene.does("/review helpful 1 d10", by: "lila") == "-> reviews.thanked")
    }
}
