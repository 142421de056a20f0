import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ReviewExtendTests {
    private let round = ShortID(rawValue: "n1")

    private var scene: CommandsTestScene {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.does("/review send v2 Clear, but I would add a source.", by: "marcos")
        return scene
    }

    @Test("those who owe reviews are told, and it can be taken back")
    func extend() throws {
        var scene = scene
        let before = try #require(scene.world.rounds[round]?.closesAt)
        let decision = try #require(
            scene.decide("/review extend Assignment 2 | 20 December 18:00", by: "emma"))
        #expect(
            Optional(decision).outcome
                == "round.extended -> reviews.extended, reviews.more-time")
        #expect(decision.messages[1].reader == scene.person("lila"))
        scene.takesPlace(decision, by: "emma")
        #expect(try #require(scene.world.rounds[round]?.closesAt) > before)
        let undo = try #require(decision.messages[0].buttons.first?.first?.data)
        #expect(scene.does(undo, by: "emma").hasPrefix("round.extended -> "))
        #expect(scene.world.rounds[round]?.closesAt == before)
    }

    @Test("what falls due in the round moves along")
    func clock() throws {
        var scene = scene
        scene.does("/review extend Assignment 2 | 23 December 15:31", by: "emma")
        let closesAt = try #require(scene.world.rounds[round]?.closesAt)
        #expect(closesAt == scene.now + 30 * 86_400)
        // The old close comes and goes.
        scene.now += 11 * 86_400
        var agenda = Agenda(scene.world)
        let items = agenda.takeDue(at: scene.now).filter { $0 == .round(round) }
        let due = DueDecision(world: scene.world, now: scene.now, zones: .system).decide(items)
        #expect(due.outcome == "reviews.told -> reviews.arrived")
        scene.takesPlace(due)
        #expect(Agenda(scene.world).count > 0)
        #expect(scene.world.rounds[round]?.isRunning == true)
    }

    @Test("many are counted first, and the moment stays what was shown")
    func many() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews(of: 8, each: 2)
        let words = "/review extend Assignment 2 | in 20 days"
        #expect(
            scene.does(words, by: "emma", privately: true)
                == "question.asked -> reviews.confirm-extend")
        scene.now += 3_600
        #expect(
            scene.does("yes", by: "emma", privately: true).hasPrefix("question.closed, round.ext"))
        #expect(
            scene.world.rounds[round]?.closesAt == scene.now - 3_600 + 20 * 86_400)
    }

    @Test("who sleeps reads it in the morning, with a reminder that came meanwhile as one")
    func night() {
        var scene = scene
        scene.does("/quiet 15:00-18:00", by: "lila")
        #expect(
            scene.does("/review extend Assignment 2 | 20 December 18:00", by: "emma")
                == "round.extended, round.told-later -> reviews.extended")
        scene.does("/review nudge Assignment 2", by: "emma")
        scene.now += 2.5 * 3_600
        let due = DueDecision(world: scene.world, now: scene.now, zones: .system)
            .decide([.round(round)])
        let lila = due?.messages.filter { $0.reader == scene.person("lila") }
        #expect(lila?.map(\.phrase.key) == ["reviews.arrived", "reviews.nudge"])
    }

    @Test(
        "only a running round has more time to give, and only ahead",
        arguments: [
            ("/review extend Assignment 2 | yesterday", "question.asked -> refusals.past"),
            ("/review extend Assignment 2", "question.asked -> questions.missing"),
            ("/review extend Quiz 9 | tomorrow", "-> deadlines.unknown"),
        ])
    func refused(words: String, outcome: String) {
        var scene = scene
        #expect(scene.says(words, by: "emma", privately: true) == outcome)
        scene.happen([RoundClosed(id: round, at: scene.now)])
        #expect(
            scene.says("/review extend Assignment 2 | tomorrow", by: "emma")
                == "-> reviews.round-over")
    }
}
