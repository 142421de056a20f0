import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ReviewExcludeTests {
    @Test("two learners are kept apart, in a running round by mending it")
    func exclude() {
        var scene = CommandsTestScene()
        let words = "/review exclude Assignment 2 | Lila | Marcos"
        scene.handIn(["lila", "marcos", "emma"])
        scene.does("/review plan 1 d10", by: "ivan")
        #expect(scene.does(words, by: "emma") == "round.pair-parted -> reviews.excluded")
        var running = CommandsTestScene()
        running.handOutReviews()
        let outcome = running.does(words, by: "emma")
        #expect(outcome == "round.pair-parted, job.started -> reviews.excluded")
        #expect(
            running.does("/review exclude Assignment 2 | Lila | Lila", by: "emma")
                == "-> reviews.same-person")
    }
}
