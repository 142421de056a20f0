import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ReviewAnswerTests {
    @Test("only the author answers, and only a question that was asked")
    func answer() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.does("/review ask v1 Why?", by: "lila")
        let id = try #require(scene.world.reviews[ShortID(rawValue: "v1")]?.asked?.first).rawValue
        #expect(
            scene.says("/review answer \(id) Because.", by: "marcos")
                == "-> reviews.answer-sent, reviews.answer")
        #expect(scene.says("/review answer \(id) No", by: "lila") == "-> reviews.unknown-question")
        #expect(scene.says("/review answer q9 No", by: "marcos") == "-> reviews.unknown-question")
    }
}
