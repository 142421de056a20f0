import Chat
import Cohorts
import Commands
import FoundationEssentials
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

    @Test("reminders by the clock on the wall move along, other moments stay")
    func moves() {
        var scene = CommandsTestScene()
        scene.does("/remind tomorrow 5pm finish quiz 3", by: "lila")
        scene.does("/remind in 90 minutes stretch", by: "lila")
        scene.does("/remind tomorrow 23:59 UTC call", by: "lila")
        scene.does("/remind every Monday 18:00 study", by: "lila")
        let before = ["r11", "r12", "r13", "r14"].map {
            scene.world.reminders[ShortID(rawValue: $0)]?.at ?? .distantPast
        }
        #expect(
            scene.does("/profile zone Europe/Lisbon", by: "lila")
                == "person.zone, reminder.moved, reminder.moved -> people.zone-set-moved")
        let after = ["r11", "r12", "r13", "r14"].map {
            scene.world.reminders[ShortID(rawValue: $0)]?.at ?? .distantPast
        }
        let shift = 5.5 * 3_600
        #expect(zip(before, after).map { $1.timeIntervalSince($0) } == [shift, 0, 0, shift])
    }

    @Test(
        "coordinates as maps copy them are the zone of the nearest city, and asked about",
        arguments: [
            ("43.65, -79.38", "America/Toronto"), ("28.61 77.21", "Asia/Kolkata"),
            ("-23.55,-46.63", "America/Sao_Paulo"),
        ])
    func coordinates(words: String, zone: String) throws {
        var scene = CommandsTestScene()
        let asked = try #require(scene.decide("/profile zone \(words)", by: "lila"))
        #expect(Optional(asked).outcome == "question.asked -> questions.zone-at")
        scene.takesPlace(asked)
        #expect(scene.world.questions.allSatisfy { $0.value.given.isEmpty })
        #expect(
            asked.messages[0].buttons.flatMap(\.self).map(\.label.values) == [["text": .zone(zone)]]
        )
        scene.takesPlace(scene.decide(.press("=0"), by: "lila"))
        #expect(scene.world.people[scene.person("lila")]?.zone == zone)
        #expect(
            scene.says("/profile zone 99, 200", by: "lila")
                == "question.asked -> questions.unknown-zone")
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
