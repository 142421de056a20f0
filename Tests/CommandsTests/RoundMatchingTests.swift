import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import PeerReview
import Testing

@Suite struct RoundMatchingTests {
    private func planned() -> CommandsTestScene {
        var scene = CommandsTestScene()
        scene.handIn(["lila", "marcos", "emma", "ivan"])
        scene.does("/review plan 2 Assignment 2", by: "ivan")
        return scene
    }

    private func matching(_ scene: CommandsTestScene) throws -> (job: Job, matching: RoundMatching)
    {
        let job = try #require(scene.world.jobs.values.first)
        return (job, try #require(RoundMatching(job, in: scene.world, knowledge: scene.knowledge)))
    }

    @Test("a plan is shown with its figures and changes no reviews")
    func plan() throws {
        var scene = planned()
        let (_, matching) = try matching(scene)
        let decision = matching.decision(for: matching.run(), in: scene.world, now: scene.now)
        #expect(Optional(decision).outcome == "job.finished -> reviews.planned")
        scene.takesPlace(decision, by: "ivan")
        #expect(scene.world.reviews.isEmpty)
        #expect(scene.world.jobs.isEmpty)
    }

    @Test("a start hands two reviews to each, never of their own work, in one commit")
    func start() throws {
        var scene = planned()
        let preview = try matching(scene)
        let allocation = preview.matching.run()
        scene.takesPlace(
            preview.matching.decision(for: allocation, in: scene.world, now: scene.now))
        scene.does("/review start d10", by: "ivan")
        let (job, matching) = try matching(scene)
        // The same pairs that were previewed.
        #expect(matching.run() == allocation)
        let decision = matching.decision(for: matching.run(), in: scene.world, now: scene.now)
        scene.takesPlace(decision, by: "ivan")
        #expect(scene.world.reviews.count == 8)
        for review in scene.world.reviews.values {
            #expect(scene.world.works[review.work]?.author != review.reviewer)
        }
        #expect(
            decision.messages.map(\.phrase.key) == ["reviews.started"]
                + Array(repeating: "reviews.yours", count: 4))
        #expect(RoundMatching(job, in: scene.world, knowledge: scene.knowledge) == nil)
    }

    @Test("who sleeps when a round starts reads of it in the morning, unless they started it")
    func atNight() throws {
        var scene = planned()
        scene.takesPlace(
            try matching(scene).matching.decision(
                for: try matching(scene).matching.run(), in: scene.world, now: scene.now))
        scene.does("/quiet 15:00-18:00", by: "lila")
        scene.does("/quiet 15:00-18:00", by: "ivan")
        scene.does("/review start d10", by: "ivan")
        let (_, matching) = try matching(scene)
        let decision = matching.decision(for: matching.run(), in: scene.world, now: scene.now)
        scene.takesPlace(decision, by: "ivan")
        #expect(
            Optional(decision).outcome
                == "job.finished, round.started, round.told-later -> reviews.started, "
                + "reviews.yours, reviews.yours, reviews.yours")
        scene.now += 2.5 * 3_600
        var agenda = Agenda(scene.world)
        let due = DueDecision(world: scene.world, now: scene.now, zones: .system)
            .decide(agenda.takeDue(at: scene.now))
        #expect(due?.messages.map(\.phrase.key) == ["reviews.yours"])
        #expect(due?.messages.first?.reader == scene.person("lila"))
    }

    @Test("a result that breaks a rule is not handed out")
    func violation() throws {
        let scene = planned()
        let (_, matching) = try matching(scene)
        let own = PeerReview.Assignment(reviewer: "p1", submission: "w1")
        let decision = matching.decision(
            for: Allocation(assignments: [own]), in: scene.world, now: scene.now)
        #expect(Optional(decision).outcome == "job.finished -> reviews.not-possible")
    }
}
