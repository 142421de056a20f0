import Cohorts
import HashTreeCollections
import Testing

@Suite struct LeaveTests {
    @Test("who leaves is gone, and leaving twice changes nothing")
    func leave() {
        var scene = CommandsTestScene()
        #expect(scene.does("/leave", by: "lila") == "member.left -> cohorts.left")
        let members = scene.world.cohorts[CommandsTestScene.cohort]?.members
        #expect(members?[scene.person("lila")] == nil)
        #expect(scene.does("/leave", by: "lila") == "-> cohorts.not-in")
    }

    @Test("who still owes reviews is told so")
    func reviews() {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        #expect(scene.says("/leave", by: "lila") == "member.left -> cohorts.left-reviews")
        #expect(scene.says("/leave nowhere", by: "lila") == "-> cohorts.unknown")
    }
}
