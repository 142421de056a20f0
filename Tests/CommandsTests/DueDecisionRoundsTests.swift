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

    @Test("who was reminded late, after a long absence, has as long as anybody before the release")
    func absenceAtTheRelease() {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        #expect(
            passes(6.5, &scene)
                == ["round.nudged, round.told-later -> reviews.nudge, reviews.nudge"])
        #expect(passes(0.9, &scene) == [])
        #expect(passes(0.1, &scene) == ["job.started -> "])
    }

    @Test("who slept when they were to be reminded keeps their reviews until they had their time")
    func releaseAtNight() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews(of: 8, each: 2)
        // From before half of the round until two hours before its release.
        scene.does("/quiet 15:00-14:00", by: "lila")
        #expect(passes(5, &scene).count == 1)
        let silent = [scene.person("lila"), scene.person("marcos")]
        scene.happen(
            scene.world.reviews.values.filter { !silent.contains($0.reviewer) }
                .map { ReviewOpened(id: $0.id, at: scene.now) })
        #expect(passes(0.5, &scene) == [])
        // In the morning Lila reads of it; at the release Marcos loses his, and she does not.
        #expect(passes(0.45, &scene) == ["round.told-later -> reviews.nudge"])
        #expect(passes(0.05, &scene) == ["job.started -> "])
        #expect(try mended(&scene) == ["marcos"])
        #expect(passes(0.9, &scene) == [])
        #expect(passes(0.1, &scene) == ["job.started -> "])
        #expect(try mended(&scene) == ["lila"])
        #expect(passes(0.5, &scene) == [])
    }

    /// Lets the open job come true.
    /// - Returns: whose reviews went to others.
    private func mended(_ scene: inout CommandsTestScene) throws -> Set<String> {
        let job = try #require(scene.world.jobs.values.first)
        let work = try #require(RoundMending(job, in: scene.world, knowledge: scene.knowledge))
        let before = scene.world
        let decision = work.decision(for: work.run(), in: scene.world, now: scene.now)
        scene.takesPlace(decision)
        let gone = decision.events.compactMap { $0 as? RoundReassigned }.flatMap(\.withdrawn)
        return Set(
            gone.compactMap { before.reviews[$0]?.reviewer }.compactMap { before.people[$0]?.name })
    }

    @Test("after a long absence a round is closed without further words")
    func absence() {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        #expect(passes(90, &scene).first?.hasPrefix("round.closed -> ") == true)
    }
}
