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

    /// The values of a plan's preview.
    private func preview(_ scene: CommandsTestScene) throws -> [String: Phrase.Value] {
        let matching = try matching(scene).matching
        let decision = matching.decision(for: matching.run(), in: scene.world, now: scene.now)
        return decision.messages.first?.phrase.values ?? [:]
    }

    @Test("a preview says what so few works make unavoidable, and nothing where they do not")
    func unavoidable() throws {
        var two = CommandsTestScene()
        two.handIn(["lila", "marcos"])
        two.does("/review plan 1 Assignment 2", by: "ivan")
        #expect(
            try preview(two)["forced"]
                == .phrase(Phrase("reviews.forced", ["count": 1, "works": 2])))
        var four = CommandsTestScene()
        four.handIn(["lila", "marcos", "emma", "ivan"])
        four.does("/review plan 1 Assignment 2", by: "ivan")
        #expect(try preview(four)["forced"] == .phrase(Phrase("nothing")))
    }

    @Test("a work with too few possible reviewers is named, with the reason and three ways out")
    func shortage() throws {
        var scene = planned()
        for other in ["marcos", "emma"] {
            scene.does("/review exclude Assignment 2 | Lila | \(other)", by: "ivan")
        }
        guard case .phrase(let short) = try preview(scene)["short"],
            case .lines(let lines) = short.values["lines"]
        else {
            Issue.record("no shortage")
            return
        }
        #expect(short.key == "reviews.short")
        #expect(
            short.values["fewer"] == .phrase(Phrase("reviews.short-fewer", ["k": 1])))
        let line = try #require(lines.first { $0.values["work"] == .code("w1") })
        #expect(line.key == "reviews.short-line")
        #expect(line.values["eligible"] == 1 && line.values["learners"] == 4)
        #expect(
            line.values["why"]
                == .list([
                    Phrase("reviews.why-conflict", ["count": 2]),
                    Phrase("reviews.why-self", ["count": 1]),
                ]))
    }

    @Test(
        "who gave three reviews in a round that is over counts as experienced, and who gave none less"
    )
    func experience() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews(of: 4, each: 3)
        for review in scene.world.reviews(by: scene.person("lila")) {
            scene.happen([ReviewSent(id: review.id, comment: "x", score: 80, at: scene.now)])
        }
        scene.happen([RoundClosed(id: ShortID(rawValue: "n1"), at: scene.now)])
        let next = Deadline(
            id: ShortID(rawValue: "d20"), cohort: CommandsTestScene.cohort, title: "Essay",
            kind: .assignment, dueAt: scene.now + 86_400, addedBy: nil, addedAt: scene.now)
        scene.happen([DeadlineAdded(deadline: next, number: 400)])
        for name in ["lila", "marcos", "emma"] { scene.does("/submit Essay | x", by: name) }
        scene.does("/review plan 1 Essay", by: "ivan")
        let learners = try matching(scene).matching.scenario.learners
        let lila = try #require(learners.first { $0.id == "p1" })
        let marcos = try #require(learners.first { $0.id == "p2" })
        #expect(lila.isExperienced && lila.reliability == 1)
        #expect(!marcos.isExperienced && marcos.reliability == 0)
        #expect(
            try preview(scene)["experienced"]
                == .phrase(Phrase("reviews.experienced", ["percent": 33])))
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
