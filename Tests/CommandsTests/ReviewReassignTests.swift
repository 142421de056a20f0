import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ReviewReassignTests {
    @Test("reviews are handed on after a yes, by one job")
    func reassign() {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        let words = "/review reassign d10"
        #expect(scene.does(words, by: "emma") == "question.asked -> reviews.confirm-reassign")
        #expect(scene.does("yes", by: "emma", privately: false) == "silence")
        scene.does(words, by: "emma", privately: true)
        #expect(
            scene.does("yes", by: "emma", privately: true) == "question.closed, job.started -> ")
        #expect(scene.says(words, by: "emma") == "-> reviews.mending")
    }

    @Test("who sleeps since they were to be reminded keeps their reviews until they have read it")
    func asleep() {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.does("/review open v2", by: "marcos")
        scene.does("/quiet 15:00-18:00", by: "lila")
        scene.now += 5 * 86_400
        scene.does("/review nudge d10", by: "emma")
        #expect(scene.says("/review reassign d10", by: "emma") == "-> reviews.just-told")
    }

    @Test("nothing is handed on where everybody has begun")
    func begun() {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.does("/review open v1", by: "lila")
        scene.does("/review open v2", by: "marcos")
        #expect(scene.says("/review reassign d10", by: "emma") == "-> reviews.nobody-silent")
    }
}
