import Cohorts
import HashTreeCollections
import Testing

@Suite struct ReviewPlanTests {
    @Test("a plan is a job; its result is shown when it is done")
    func plan() {
        var scene = CommandsTestScene()
        scene.handIn(["lila", "marcos", "emma"])
        #expect(
            scene.does("/review plan 5 Assignment 2", by: "ivan")
                == "round.planned, job.started -> ")
        // No work can have more reviewers than there are others.
        #expect(scene.world.round(for: CommandsTestScene.deadline)?.reviewsPerWork == 2)
        #expect(scene.world.jobs.count == 1)
    }

    @Test(
        "there must be works and a right to plan",
        arguments: [
            ("/review plan Assignment 2", "ivan", "-> reviews.too-few"),
            ("/review plan Assignment 9", "ivan", "-> deadlines.unknown"),
            ("/review plan", "ivan", "question.asked -> questions.missing"),
            ("/review plan Assignment 2", "lila", "-> refusals.not-allowed"),
        ])
    func refused(words: String, name: String, outcome: String) {
        #expect(CommandsTestScene().says(words, by: name) == outcome)
    }

    @Test("who is kept apart stays so when it is planned again")
    func apart() {
        var scene = CommandsTestScene()
        scene.handIn(["lila", "marcos", "emma"])
        scene.does("/review plan 1 Assignment 2", by: "ivan")
        scene.does("/review exclude Assignment 2 | Lila | Marcos", by: "ivan")
        scene.does("/review plan 2 Assignment 2", by: "ivan")
        let round = scene.world.round(for: CommandsTestScene.deadline)
        #expect(round?.reviewsPerWork == 2)
        #expect(round?.keepsApart(scene.person("lila"), scene.person("marcos")) == true)
    }

    @Test("what has started is not planned again, and eleven reviews each are too many")
    func edges() {
        var scene = CommandsTestScene()
        scene.handIn(["lila", "marcos"])
        let eleven = scene.says("/review plan 11 Assignment 2", by: "ivan")
        #expect(eleven == "question.asked -> refusals.unreadable")
        scene.handOutReviews()
        let started = scene.says("/review plan Assignment 2", by: "ivan")
        #expect(started == "-> reviews.already-started")
    }
}
