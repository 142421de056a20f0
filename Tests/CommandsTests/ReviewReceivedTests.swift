import Chat
import Commands
import Testing

@Suite struct ReviewReceivedTests {
    @Test("an author sees comments once there are some, and the score once they gave their own")
    func received() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        #expect(scene.says("/review received d10", by: "lila") == "-> reviews.none-received")
        scene.does("/review send v2 | Clear. | 82", by: "marcos")
        #expect(try score(scene) == "reviews.score-waits")
        scene.does("/review send v1 | Good. | 70", by: "lila")
        #expect(try score(scene) == "reviews.score-one")
    }

    @Test("who handed nothing in has received nothing")
    func nothing() {
        let outcome = CommandsTestScene().says("/review received Assignment 2", by: "emma")
        #expect(outcome == "-> reviews.nothing-handed-in")
    }

    private func score(_ scene: CommandsTestScene) throws -> String? {
        let decision = try #require(scene.decide("/review received d10", by: "lila"))
        #expect(decision.messages[0].phrase.key == "reviews.received")
        guard case .phrase(let line) = decision.messages[0].phrase.values["score"] else {
            return nil
        }
        return line.key
    }
}
