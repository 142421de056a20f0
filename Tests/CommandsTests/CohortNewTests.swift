import Chat
import Cohorts
import Commands
import HashTreeCollections
import Testing

@Suite struct CohortNewTests {
    private let room = RoomAddress(.console, "other")

    @Test("an administrator makes a room a cohort and moderates it")
    func new() {
        var scene = CommandsTestScene()
        let decision = scene.decide(
            "/cohort new ML-101", by: "nia", in: room, authority: .administrator)
        let kinds = "cohort.founded, room.bound, cohort.settings, member.joined, role.given"
        #expect(decision.outcome == "\(kinds) -> cohorts.made")
        scene.takesPlace(decision, by: "nia")
        #expect(scene.world.cohort(of: room) == CohortID(rawValue: "ml-101"))
        let cohort = scene.world.cohorts[CohortID(rawValue: "ml-101")]
        #expect(cohort?.givenRoles == [scene.person("nia"): .moderator])
    }

    @Test("an id that is taken gets a number")
    func taken() {
        var scene = CommandsTestScene()
        let decision = scene.decide(
            "/cohort new Sample", by: "nia", in: room, authority: .administrator)
        scene.takesPlace(decision, by: "nia")
        #expect(scene.world.cohort(of: room) == CohortID(rawValue: "sample-2"))
    }

    @Test("not twice in a room, not in private, not by a learner")
    func refused() {
        let scene = CommandsTestScene()
        #expect(scene.says("/cohort new X", by: "emma") == "-> cohorts.room-taken")
        #expect(
            scene.says("/cohort new X", by: "emma", privately: true) == "-> cohorts.new-in-group")
        #expect(
            scene.decide("/cohort new X", by: "lila", in: room).outcome == "-> refusals.not-allowed"
        )
        let unsure = scene.decide("/cohort new X", by: "lila", in: room, authority: .unknown)
        #expect(unsure.outcome == "-> refusals.not-allowed-unsure")
    }

    @Test("what somebody is in another cohort counts nothing in a room of none")
    func elsewhere() {
        let scene = CommandsTestScene()
        #expect(
            scene.decide("/cohort new X", by: "emma", in: room).outcome == "-> refusals.not-allowed"
        )
        let learner = scene.decide(
            "/cohort new X", by: "lila", in: room, authority: .administrator)
        #expect(learner.outcome.hasSuffix("-> cohorts.made"))
        let next = scene.decide("/deadline next", by: "lila", in: room)
        #expect(next.outcome == "-> refusals.no-cohort-here")
    }
}
