import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
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
            ("/review send v1 | Clear, but short. | 82", "review.sent -> reviews.sent-last"),
            ("/review send v1 Clear, but short.", "review.sent -> reviews.sent-last"),
            ("/review send v1 | Clear. | 82", "review.drafted -> reviews.draft-suggestion"),
            ("/review send v1 More, please.", "review.drafted -> reviews.draft-strength"),
            ("/review send v1 ok", "review.drafted -> reviews.draft-both"),
            ("/review send v1 | Clear. | 101", "question.asked -> refusals.unreadable"),
            ("/review send v1", "question.asked -> questions.missing"),
            ("/review send v2 | Not mine. | 82", "-> reviews.unknown"),
        ])
    func send(words: String, outcome: String) {
        #expect(scene().says(words, by: "lila", privately: true) == outcome)
    }

    private let first = ShortID(rawValue: "v1")

    @Test("sending again replaces it")
    func again() {
        var scene = scene()
        scene.does("/review send v1 | Clear, but short. | 82", by: "lila")
        let again = scene.does("/review send v1 | Very clear; add a source. | 90", by: "lila")
        #expect(again == "review.sent -> reviews.replaced")
        #expect(scene.world.reviews[first]?.comment == "Very clear; add a source.")
        #expect(scene.world.reviews[first]?.score == 90)
    }

    @Test(
        "what helps little is kept; more words are added to it, or replace it where they are enough"
    )
    func draft() {
        var scene = scene()
        scene.does("/review send v1 | Good job | 70", by: "lila")
        #expect(scene.world.reviews[first]?.draft == "Good job")
        var other = scene
        other.does("/review send v1 I would add a source.", by: "lila")
        #expect(other.world.reviews[first]?.comment == "Good job\nI would add a source.")
        #expect(other.world.reviews[first]?.score == 70)
        #expect(other.world.reviews[first]?.draft == nil)
        scene.does("/review send v1 Well written, but long.", by: "lila")
        #expect(scene.world.reviews[first]?.comment == "Well written, but long.")
    }

    @Test("whoever wants to sends the draft as it is")
    func asItIs() {
        var scene = scene()
        scene.does("/review send v1 | Good job | 70", by: "lila")
        #expect(scene.does("/review send v1", by: "lila") == "review.sent -> reviews.sent-last")
        #expect(scene.world.reviews[first]?.comment == "Good job")
    }

    @Test("nothing is sent after the end")
    func over() {
        var scene = scene()
        scene.happen([RoundClosed(id: ShortID(rawValue: "n1"), at: scene.now)])
        #expect(
            scene.says("/review send v1 Clear, but short.", by: "lila") == "-> reviews.round-over")
    }
}
