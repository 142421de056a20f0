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
            ("/review send v1 | Clear. | 101", "question.asked -> refusals.unreadable-words"),
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

    private static let criteria: [ReviewRules.Criterion] = [
        .init(name: "Correctness", prompt: "Is it right?", weight: 2),
        .init(name: "Clarity", prompt: "Is it clear?"),
        .init(name: "Judgement", prompt: "Is it fair?", points: 10),
    ]

    @Test(
        "points for each question make the score, by their weights; one number is the score itself",
        arguments: [
            ("5 5 10", 100, [5, 5, 10]), ("4/5, 5/5, 5/10", 78, [4, 5, 5]),
            ("0 0 0", 0, [0, 0, 0]),
            ("4 4 4", 70, [4, 4, 4]), ("82", 82, nil), ("82%", 82, nil),
        ])
    func points(typed: String, score: Int, points: [Int]?) {
        var scene = scene()
        scene.criteria = Self.criteria
        scene.does("/review send v1 | Clear, but short. | \(typed)", by: "lila")
        #expect(scene.world.reviews[first]?.score == score)
        #expect(scene.world.reviews[first]?.points == points)
    }

    @Test(
        "points that do not fit the rubric are explained, and nothing is cut short",
        arguments: [
            ("4 5", "-> reviews.points-unfit"), ("6 5 5", "-> reviews.points-unfit"),
            ("4.5", "question.asked -> refusals.unreadable-words"),
            ("4 x 5", "question.asked -> refusals.unreadable-words"),
            ("99999999999999999999", "question.asked -> refusals.unreadable-words"),
        ])
    func unfit(typed: String, outcome: String) {
        var scene = scene()
        scene.criteria = Self.criteria
        let words = "/review send v1 | Clear, but short. | \(typed)"
        #expect(scene.says(words, by: "lila", privately: true) == outcome)
    }

    @Test("without a rubric points mean nothing")
    func noRubric() {
        let words = "/review send v1 | Clear, but short. | 4 5 3"
        #expect(
            scene().says(words, by: "lila", privately: true)
                == "question.asked -> refusals.unreadable-words")
    }

    @Test("a draft keeps its points until it is sent")
    func draftPoints() {
        var scene = scene()
        scene.criteria = Self.criteria
        scene.does("/review send v1 | Good job | 4 5 5", by: "lila")
        #expect(scene.world.reviews[first]?.draftPoints == [4, 5, 5])
        scene.does("/review send v1", by: "lila")
        #expect(scene.world.reviews[first]?.points == [4, 5, 5])
        #expect(scene.world.reviews[first]?.draftPoints == nil)
        // New words without a score leave it as it was.
        scene.does("/review send v1 Clear, but I would add a source.", by: "lila")
        #expect(scene.world.reviews[first]?.score == 78)
        #expect(scene.world.reviews[first]?.points == [4, 5, 5])
    }
}
