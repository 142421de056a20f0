import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ReviewPairTests {
    @Test(
        "a moderator gives a work one more reviewer",
        arguments: [
            ("Ivan | Lila", "round.reassigned -> reviews.paired, reviews.more"),
            ("Marcos | Lila", "-> reviews.paired-already"),
            ("Lila | Lila", "-> reviews.kept-apart"),
            ("Lila | Emma", "-> reviews.no-work"), ("Zoe | Lila", "-> roles.nobody-called"),
        ])
    func pair(names: String, outcome: String) {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        #expect(scene.says("/review pair Assignment 2 | \(names)", by: "emma") == outcome)
    }

    @Test("who is asked in their quiet hours hears of it when they end")
    func quiet() {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.does("/quiet 15:00-18:00", by: "ivan")
        #expect(
            scene.does("/review pair Assignment 2 | Ivan | Lila", by: "emma")
                == "round.reassigned, round.told-later -> reviews.paired")
        #expect(scene.world.rounds.values.first?.later?.map(\.person) == [scene.person("ivan")])
    }
}
