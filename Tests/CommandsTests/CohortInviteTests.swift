import Chat
import Cohorts
import Commands
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct CohortInviteTests {
    @Test("a code is given in private and holds for a day")
    func invite() throws {
        var scene = CommandsTestScene()
        let decision = try #require(scene.decide("/cohort invite", by: "emma"))
        #expect(Optional(decision).outcome == "invitation.made -> cohorts.invitation")
        let place = Destination.person(scene.person("emma"), fallback: CommandsTestScene.room)
        #expect(decision.messages[0].to == place)
        scene.takesPlace(decision, by: "emma")
        let invitation = try #require(scene.world.invitations.values.first)
        #expect(invitation.code.count == 9)
        #expect(invitation.expiresAt == scene.now + 86_400)
    }

    @Test("a learner cannot invite a room")
    func refused() {
        #expect(CommandsTestScene().says("/cohort invite", by: "lila") == "-> refusals.not-allowed")
    }
}
