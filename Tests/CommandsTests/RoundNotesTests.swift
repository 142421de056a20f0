import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

/// The cohort's clocks show 15:31 when a round starts, and at half of its ten days.
@Suite("What reviewers are told, and their quiet hours")
struct RoundNotesTests {
    private static let hour = 3_600.0
    private let round = ShortID(rawValue: "n1")

    /// Lets the clock act through an agenda that begins now, as after a restart.
    private func passes(_ hours: Double, _ scene: inout CommandsTestScene) -> [Outgoing] {
        scene.now += hours * Self.hour
        var agenda = Agenda(scene.world)
        let items = agenda.takeDue(at: scene.now).filter {
            if case .round = $0 { true } else { false }
        }
        let decision = DueDecision(world: scene.world, now: scene.now, zones: .system)
            .decide(items)
        scene.takesPlace(decision)
        return decision?.messages ?? []
    }

    private func readers(_ messages: [Outgoing], _ scene: CommandsTestScene) -> [String] {
        messages.map { message in
            let name = message.reader.flatMap { scene.world.people[$0]?.name } ?? "?"
            return "\(name): \(message.phrase.key)"
        }
    }

    /// Lila does not want to be told anything from 15:00 to 18:00.
    private func begun() -> CommandsTestScene {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.does("/review open v1", by: "lila")
        scene.does("/review open v2", by: "marcos")
        scene.does("/quiet 15:00-18:00", by: "lila")
        return scene
    }

    @Test("at half of the round who is in quiet hours is reminded at their end, once")
    func half() {
        var scene = begun()
        #expect(readers(passes(120, &scene), scene) == ["marcos: reviews.nudge"])
        #expect(readers(passes(2.4, &scene), scene) == [])
        #expect(readers(passes(0.1, &scene), scene) == ["lila: reviews.nudge"])
        #expect(scene.world.rounds[round]?.later == nil)
        #expect(readers(passes(24, &scene), scene) == [])
    }

    @Test("who has sent their reviews by then is not reminded")
    func sent() {
        var scene = begun()
        _ = passes(120, &scene)
        scene.does("/review send v1 Clear, but I would add a source.", by: "lila")
        #expect(readers(passes(2.5, &scene), scene) == ["marcos: reviews.arrived"])
        #expect(scene.world.rounds[round]?.later == nil)
    }

    @Test("an instructor's reminder waits as well, and the one at half does not double it")
    func byHand() {
        var scene = begun()
        scene.now += 119.9 * Self.hour
        #expect(
            scene.does("/review nudge d10", by: "emma")
                == "round.nudged, round.told-later -> reviews.nudged, reviews.nudge")
        // At half of the round, minutes later, nobody is reminded again.
        #expect(readers(passes(0.1, &scene), scene) == [])
        #expect(readers(passes(2.5, &scene), scene) == ["lila: reviews.nudge"])
        #expect(readers(passes(12, &scene), scene) == [])
    }

    @Test("quiet hours that end after the close hold nothing back")
    func close() {
        var scene = begun()
        scene.now += 239 * Self.hour
        scene.does("/quiet 14:00-18:00", by: "lila")
        #expect(
            scene.does("/review nudge d10", by: "emma")
                == "round.nudged, round.told-later "
                + "-> reviews.nudged, reviews.nudge, reviews.nudge")
        #expect(scene.world.rounds[round]?.later == nil)
    }

    @Test("what waits when a round is closed does not come any more; that it is over does")
    func closed() {
        var scene = begun()
        _ = passes(120, &scene)
        scene.does("/review close d10", by: "emma", privately: true)
        #expect(
            scene.does("yes", by: "emma", privately: true)
                == "question.closed, round.closed, round.told-later "
                + "-> reviews.closed-figures, reviews.closed-none, reviews.closed-figures")
        #expect(readers(passes(2.4, &scene), scene) == [])
        #expect(readers(passes(0.1, &scene), scene) == ["lila: reviews.closed-none"])
        #expect(readers(passes(24, &scene), scene) == [])
    }

    @Test("a round that ends at night says so in the morning, once")
    func endsAtNight() {
        var scene = begun()
        _ = passes(123, &scene)
        scene.does("/quiet 14:00-18:00", by: "lila")
        // That a review came is not said before the end of these hours, and then the round is over.
        scene.now += 115.6 * Self.hour
        scene.does("/review send v2 Clear, but I would add a source.", by: "marcos")
        #expect(readers(passes(0.5, &scene), scene) == [])
        #expect(
            readers(passes(1, &scene), scene)
                == ["marcos: reviews.closed-none", "ivan: reviews.closed-figures"])
        #expect(readers(passes(2.5, &scene), scene) == ["lila: reviews.round-closed"])
        #expect(readers(passes(24, &scene), scene) == [])
    }

    @Test("that reviews came is said after the quiet hours, with those that came meanwhile")
    func arrived() {
        var scene = CommandsTestScene()
        scene.handOutReviews(of: 6, each: 2)
        scene.does("/quiet 15:00-23:00", by: "lila")
        let reviews = scene.world.reviews(of: ShortID(rawValue: "w1"))
        for review in reviews {
            scene.happen([
                ReviewSent(id: review.id, comment: "Clear, but short.", score: 80, at: scene.now)
            ])
            #expect(readers(passes(3, &scene), scene) == [])
        }
        let told = passes(1.5, &scene)
        #expect(readers(told, scene) == ["lila: reviews.arrived"])
        #expect(told.first?.phrase.values["count"] == 2)
    }

    @Test("reviews that were handed on at night come in the morning, told once")
    func handedOn() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews(of: 12, each: 3)
        for review in scene.world.reviews.values where review.reviewer != scene.person("emma") {
            scene.happen([ReviewOpened(id: review.id, at: scene.now)])
        }
        scene.happen([
            CohortSettingsChanged(
                id: CommandsTestScene.cohort, settings: .init(quiet: .init(from: 900, until: 1_080))
            )
        ])
        scene.does("/quiet off", by: "emma")
        #expect(readers(passes(120, &scene), scene) == ["emma: reviews.nudge"])
        scene.does("/review reassign d10", by: "ivan", privately: true)
        scene.does("yes", by: "ivan", privately: true)
        let job = try #require(scene.world.jobs.values.first)
        let work = try #require(RoundMending(job, in: scene.world, knowledge: scene.knowledge))
        let decision = work.decision(for: work.run(), in: scene.world, now: scene.now)
        scene.takesPlace(decision)
        // Emma's three went, so she owes nothing that she could be reminded of.
        #expect(
            readers(decision.messages, scene)
                == ["ivan: reviews.mended", "emma: reviews.handed-on"])
        let told = passes(2.5, &scene)
        let owing = scene.world.owed(in: round)
        #expect(Set(told.map(\.reader)).isSuperset(of: owing.keys.map(Optional.some)))
        #expect(!readers(told, scene).contains("emma: reviews.nudge"))
        #expect(told.filter { $0.phrase.key == "reviews.more" }.count == 3)
        #expect(passes(24, &scene).filter { $0.phrase.key == "reviews.more" } == [])
    }

    @Test("who gives a work back gets the next one at once, whatever the hour")
    func swap() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews(of: 8, each: 2)
        scene.does("/quiet 15:00-18:00", by: "lila")
        let review = scene.world.reviews(by: scene.person("lila"))[0]
        scene.does("/review swap \(review.id.rawValue)", by: "lila")
        let job = try #require(scene.world.jobs.values.first)
        let work = try #require(RoundMending(job, in: scene.world, knowledge: scene.knowledge))
        let decision = work.decision(for: work.run(), in: scene.world, now: scene.now)
        #expect(readers(decision.messages, scene).contains("lila: reviews.exchanged"))
    }
}
