import Chat
import Cohorts
import Commands
import ForumSearch
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ForumPassTests {
    @Test("who passes a hint is not told of that thread again for half a year")
    func pass() {
        var scene = CommandsTestScene()
        #expect(scene.does("/forum pass q11", by: "lila") == "hints.held -> forum.passed")
        let cohort = scene.world.cohorts[CommandsTestScene.cohort]
        let later = scene.now.addingTimeInterval(100 * 86_400)
        #expect(cohort?.isHintHeld(from: scene.person("lila"), about: "q11", at: later) == true)
        #expect(cohort?.isHintHeld(from: scene.person("lila"), about: "q12", at: later) == false)
        #expect(cohort?.isHintHeld(from: scene.person("lila"), about: nil, at: later) == false)
        #expect(cohort?.isHintHeld(from: scene.person("marcos"), about: "q11", at: later) == false)
    }
}
