import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite("A round's own clock")
struct DueDecisionRoundsTests {
    private static let day = 86_400.0

    /// Lets the clock act through the agenda, as the bot does.
    private func passes(_ days: Double, _ scene: inout CommandsTestScene) -> [String] {
        scene.now += days * Self.day
        var agenda = Agenda(scene.world)
        let items = agenda.takeDue(at: scene.now).filter {
            if case .round = $0 { true } else { false }
        }
        guard
            let decision = DueDecision(world: scene.world, now: scene.now, zones: .system)
                .decide(items)
        else { return [] }
        scene.takesPlace(decision)
        return [Optional(decision).outcome]
    }

    @Test("at half of the window those who owe are reminded, at the end everybody is told")
    func window() {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.does("/review open v1", by: "lila")
        scene.does("/review open v2", by: "marcos")
        #expect(passes(4.9, &scene) == [])
        #expect(passes(0.1, &scene) == ["round.nudged -> reviews.nudge, reviews.nudge"])
        #expect(passes(1, &scene) == [])
        #expect(passes(3.9, &scene) == [])
        #expect(
            passes(0.1, &scene) == [
                "round.closed -> reviews.closed-none, reviews.closed-none, reviews.closed-figures"
            ])
        #expect(passes(30, &scene) == [])
    }

    @Test("at six tenths the reviews of the silent are handed on, once")
    func release() {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        _ = passes(5, &scene)
        #expect(passes(1, &scene) == ["job.started -> "])
        #expect(passes(0.1, &scene) == [])
    }

    @Test("an author is told of all reviews that came in a part of the day at once")
    func arrivals() {
        var scene = CommandsTestScene()
        scene.handOutReviews(of: 6, each: 2)
        for review in scene.world.reviews(of: ShortID(rawValue: "w1")) {
            scene.now += 600
            scene.happen([
                ReviewSent(id: review.id, comment: "Clear, but short.", score: 80, at: scene.now)
            ])
        }
        #expect(passes(3.0 / 24, &scene) == ["reviews.told -> reviews.arrived"])
        #expect(passes(3.0 / 24, &scene) == [])
    }

    @Test("after a long absence a round is closed without further words")
    func absence() {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        #expect(passes(90, &scene).first?.hasPrefix("round.closed -> ") == true)
    }
}
