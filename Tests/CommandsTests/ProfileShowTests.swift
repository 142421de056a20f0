import Chat
import Commands
import Testing

@Suite struct ProfileShowTests {
    @Test("a profile is private, and says where the zone comes from")
    func profile() throws {
        var scene = CommandsTestScene()
        let before = try #require(scene.decide("/profile", by: "lila")).messages[0]
        #expect(before.phrase.key == "people.profile")
        #expect(before.phrase.values["zone"] == .zone("Asia/Kolkata"))
        #expect(before.phrase.values["origin"] == .phrase(Phrase("people.zone-of-cohort")))
        let place = Destination.person(scene.person("lila"), fallback: CommandsTestScene.room)
        #expect(before.to == place)
        scene.does("/profile zone Lisbon", by: "lila")
        let after = try #require(scene.decide("/profile show", by: "lila")).messages[0]
        #expect(after.phrase.values["zone"] == .zone("Europe/Lisbon"))
        #expect(after.phrase.values["origin"] == .phrase(Phrase("people.zone-chosen")))
    }

    @Test("a stranger has a profile without cohorts")
    func stranger() {
        let outcome = CommandsTestScene().says("/profile", by: "stranger")
        #expect(outcome == "-> people.profile-alone")
    }
}
