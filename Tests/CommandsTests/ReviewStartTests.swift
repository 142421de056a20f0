import Cohorts
import HashTreeCollections
import Testing

@Suite struct ReviewStartTests {
    @Test("a planned round is started once, however often the button is pressed")
    func start() {
        var scene = CommandsTestScene()
        #expect(scene.says("/review start d10", by: "ivan") == "-> reviews.plan-first")
        scene.handIn(["lila", "marcos"])
        scene.does("/review plan Assignment 2", by: "ivan")
        #expect(scene.does("/review start d10", by: "ivan") == "job.started -> ")
        #expect(scene.does("/review start d10", by: "ivan") == "-> reviews.starting")
        scene.handOutReviews()
        #expect(scene.says("/review start d10", by: "lila") == "-> refusals.not-allowed")
    }

    @Test("a started round is not started again")
    func started() {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        #expect(scene.says("/review start d10", by: "ivan") == "-> reviews.already-started")
    }

    @Test("more than five reviewers are asked about first, and no starts nothing")
    func confirm() {
        var scene = CommandsTestScene()
        for name in ["nia", "tom"] { scene.does("/join", by: name) }
        scene.handIn(["lila", "marcos", "emma", "ivan", "nia", "tom"])
        scene.does("/review plan Assignment 2", by: "ivan", privately: true)
        let asked = scene.does("/review start d10", by: "ivan", privately: true)
        #expect(asked == "question.asked -> reviews.confirm-start")
        let yes = scene.says("yes", by: "ivan", privately: true)
        #expect(yes == "question.closed, job.started -> ")
        let no = scene.says("no", by: "ivan", privately: true)
        #expect(no == "question.closed -> questions.nothing-done")
    }
}
