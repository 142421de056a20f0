import Chat
import Cohorts
import Commands
import ForumSearch
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ForumHintsTests {
    @Test("a moderator switches hints on and off, and back")
    func hints() throws {
        var scene = CommandsTestScene()
        #expect(scene.says("/forum hints on", by: "lila").hasPrefix("-> refusals.not-allowed"))
        let on = try #require(scene.decide("/forum hints on", by: "emma"))
        #expect(Optional(on).outcome == "cohort.settings -> forum.hints-on")
        #expect(on.messages[0].buttons.joined().map(\.data) == ["/forum hints off"])
        scene.takesPlace(on, by: "emma")
        #expect(scene.world.cohorts[CommandsTestScene.cohort]?.settings.hints == true)
        #expect(scene.does("/forum hints off", by: "emma") == "cohort.settings -> forum.hints-off")
        #expect(scene.world.cohorts[CommandsTestScene.cohort]?.settings.hints == false)
    }
}
