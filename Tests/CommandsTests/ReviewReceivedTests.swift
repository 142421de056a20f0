import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ReviewReceivedTests {
    @Test("an author sees comments once there are some, and the score once they gave their own")
    func received() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        #expect(scene.says("/review received d10", by: "lila") == "-> reviews.none-received")
        scene.does("/review send v2 | Clear, but short. | 82", by: "marcos")
        #expect(try score(scene) == "reviews.score-waits")
        scene.does("/review send v1 | Good, but short. | 70", by: "lila")
        #expect(try score(scene) == "reviews.score-one")
    }

    @Test("at the end everybody sees their score, and each comment can be answered")
    func over() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.does("/review send v2 | Clear, but short. | 82", by: "marcos")
        scene.happen([RoundClosed(id: ShortID(rawValue: "n1"), at: scene.now)])
        #expect(try score(scene) == "reviews.score-one")
        let decision = try #require(scene.decide("/review received d10", by: "lila"))
        #expect(
            decision.messages[0].buttons.flatMap { $0.map(\.data) } == [
                "/review helpful 1 d10", "/review appeal 1 d10",
            ])
    }

    @Test("points for each question are shown to those who gave their own reviews, as the score is")
    func points() throws {
        var scene = CommandsTestScene()
        scene.criteria = [.init(name: "Fit", prompt: "?"), .init(name: "Form", prompt: "?")]
        scene.handOutReviews()
        scene.does("/review send v2 | Clear, but short. | 4 5", by: "marcos")
        func shown() throws -> Phrase.Value? {
            let decision = try #require(scene.decide("/review received d10", by: "lila"))
            guard case .lines(let lines) = decision.messages[0].phrase.values["comments"] else {
                return nil
            }
            return lines.first?.values["points"]
        }
        #expect(try shown() == .phrase(Phrase("nothing")))
        scene.does("/review send v1 | Good, but short. | 70", by: "lila")
        guard case .phrase(let points) = try shown(),
            case .list(let each) = points.values["each"]
        else {
            Issue.record("no points")
            return
        }
        #expect(each.map { $0.values["points"] } == [4, 5])
        // A rubric with other questions has no room for them.
        scene.criteria = [.init(name: "Fit", prompt: "?")]
        #expect(try shown() == .phrase(Phrase("nothing")))
    }

    @Test("from ten works with three reviews on a calibrated score is shown beside the mean")
    func calibrated() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews(of: 12, each: 3)
        for review in scene.world.reviews.values {
            scene.happen([
                ReviewSent(
                    id: review.id, comment: "Clear, but short.",
                    score: 60 + Int(review.work.rawValue.utf8.last ?? 0) % 10, at: scene.now)
            ])
        }
        let decision = try #require(scene.decide("/review received d10", by: "lila"))
        guard case .phrase(let line) = decision.messages[0].phrase.values["score"],
            case .phrase(let calibrated) = line.values["calibrated"]
        else {
            Issue.record("no score")
            return
        }
        #expect(line.key == "reviews.score")
        #expect(calibrated.key == "reviews.score-calibrated")
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
