import Chat
import Cohorts
import Commands
import HashTreeCollections
import Testing

@Suite struct QuietTests {
    @Test(
        "hours are read as people write them",
        arguments: [
            ("22:00-07:00", QuietHours(from: 1_320, until: 420)),
            ("22-7", QuietHours(from: 1_320, until: 420)),
            ("10pm to 7am", QuietHours(from: 1_320, until: 420)),
            ("23:30 – 06:15", QuietHours(from: 1_410, until: 375)),
            ("22:00 7:00", QuietHours(from: 1_320, until: 420)),
            ("from 10 pm until 7 am", QuietHours(from: 1_320, until: 420)),
            ("de 22h a 7h", QuietHours(from: 1_320, until: 420)),
            ("das 22h às 7h30", QuietHours(from: 1_320, until: 450)),
            ("22h jusqu'à 7h", QuietHours(from: 1_320, until: 420)),
            ("off", .off), ("none", .off),
        ])
    func hours(words: String, quiet: QuietHours) {
        var scene = CommandsTestScene()
        let key = quiet.isOff ? "reminders.quiet-off" : "reminders.quiet-set"
        #expect(scene.does("/quiet \(words)", by: "lila") == "person.quiet -> \(key)")
        #expect(scene.world.people[scene.person("lila")]?.reminding?.quiet == quiet)
    }

    @Test(
        "anything else is asked about",
        arguments: [
            "/quiet 25:00-07:00", "/quiet at night", "/quiet 22:00", "/quiet 13pm-7am",
            "/quiet pm 7", "/quiet 22 7 8", "/quiet -",
        ])
    func unreadable(words: String) {
        #expect(
            CommandsTestScene().says(words, by: "lila")
                == "question.asked -> refusals.unreadable-words")
    }

    @Test("without hours it shows them, and Undo goes back to those before")
    func shown() throws {
        var scene = CommandsTestScene()
        #expect(scene.says("/quiet", by: "lila") == "-> reminders.quiet-none")
        scene.does("/quiet 22:00-07:00", by: "lila")
        #expect(scene.says("/quiet", by: "lila") == "-> reminders.quiet-is")
        let changed = try #require(scene.decide("/quiet off", by: "lila"))
        #expect(changed.messages[0].buttons[0][0].data == "/quiet 22:00-07:00")
    }
}
