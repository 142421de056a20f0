import Chat
import Cohorts
import Commands
import HashTreeCollections
import Testing

@Suite struct ProfileZoneTests {
    @Test(
        "a zone is chosen by city or name, and asked about where it is unclear",
        arguments: [
            ("/profile zone Pune", "person.zone -> people.zone-set"),
            ("/profile zone Europe/Lisbon", "person.zone -> people.zone-set"),
            ("/profile zone IST", "question.asked -> questions.which-zone"),
            ("/profile zone Qwertzuiop", "question.asked -> questions.unknown-zone"),
            ("/profile zone", "question.asked -> questions.missing"),
        ])
    func zone(words: String, outcome: String) {
        #expect(CommandsTestScene().says(words, by: "lila") == outcome)
    }

    @Test("a pressed button is the zone that it shows")
    func press() throws {
        var scene = CommandsTestScene()
        let asked = try #require(scene.decide("/profile zone IST", by: "lila"))
        scene.takesPlace(asked)
        let label = asked.messages[0].buttons[0][0].label
        scene.takesPlace(scene.decide(.press("=0"), by: "lila"))
        let zone = try #require(scene.world.people[scene.person("lila")]?.zone)
        #expect(label.values["text"] == .zone(zone))
        #expect(scene.decide(.press("=0"), by: "lila").outcome == "-> questions.stale")
    }
}
