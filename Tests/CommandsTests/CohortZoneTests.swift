import Cohorts
import HashTreeCollections
import Testing

@Suite struct CohortZoneTests {
    @Test("a moderator sets the zone; other settings stay")
    func zone() {
        var scene = CommandsTestScene()
        let outcome = scene.does("/cohort zone Lisbon", by: "emma")
        #expect(outcome == "cohort.settings -> cohorts.zone-set")
        let settings = scene.world.cohorts[CommandsTestScene.cohort]?.settings
        #expect(settings?.zone == "Europe/Lisbon")
        #expect(settings?.name == "ML-101")
    }

    @Test("an instructor may not, and in private they are told whom to ask")
    func refused() {
        let scene = CommandsTestScene()
        #expect(scene.says("/cohort zone Lisbon", by: "ivan") == "-> refusals.not-allowed")
        let inPrivate = scene.says("/cohort zone Lisbon", by: "ivan", privately: true)
        #expect(inPrivate == "-> refusals.not-allowed-private")
    }
}
