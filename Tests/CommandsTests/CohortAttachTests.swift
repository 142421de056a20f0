import Chat
import Cohorts
import Commands
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct CohortAttachTests {
    private let room = RoomAddress(.console, "other")

    private func invited() throws -> (scene: CommandsTestScene, code: String) {
        var scene = CommandsTestScene()
        scene.does("/cohort invite", by: "emma")
        return (scene, try #require(scene.world.invitations.keys.first))
    }

    @Test("a code adds one further room, once")
    func attach() throws {
        var (scene, code) = try invited()
        let typed = "/cohort attach \(code.lowercased())"
        let decision = scene.decide(typed, by: "nia", in: room, authority: .administrator)
        #expect(decision.outcome == "invitation.used, room.bound -> cohorts.attached")
        scene.takesPlace(decision, by: "nia")
        #expect(scene.world.cohort(of: room) == CommandsTestScene.cohort)
        let third = RoomAddress(.console, "third")
        let again = scene.decide(typed, by: "nia", in: third, authority: .administrator)
        #expect(again.outcome == "-> cohorts.bad-code")
    }

    @Test("an old code, a taken room and a private chat are refused")
    func refused() throws {
        var (scene, code) = try invited()
        let line = "/cohort attach \(code)"
        #expect(scene.says(line, by: "emma") == "-> cohorts.room-taken")
        #expect(scene.says(line, by: "emma", privately: true) == "-> cohorts.attach-in-group")
        #expect(scene.decide(line, by: "nia", in: room).outcome == "-> refusals.not-allowed")
        scene.now += 86_400
        let late = scene.decide(line, by: "nia", in: room, authority: .administrator)
        #expect(late.outcome == "-> cohorts.bad-code")
    }
}
