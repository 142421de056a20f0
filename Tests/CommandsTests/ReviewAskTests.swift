import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ReviewAskTests {
    @Test(
        "a question reaches the author by way of the bot",
        arguments: [
            (
                "/review ask v1 Why?", "lila",
                "review.asked -> reviews.question-sent, reviews.question"
            ),
            ("/review ask v2 Why?", "lila", "-> reviews.unknown"),
            ("/review ask v1", "lila", "question.asked -> questions.missing"),
        ])
    func ask(words: String, name: String, outcome: String) {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        #expect(scene.says(words, by: name, privately: true) == outcome)
    }
}
