import Chat
import Cohorts
import Commands
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct SubmitTests {
    @Test(
        "a member hands in for an assignment that is there",
        arguments: [
            (
                "/submit Assignment 2 | https://example.org", "lila",
                "work.handed-in -> reviews.handed-in"
            ),
            (
                "/submit assignment 2 https://example.org", "lila",
                "work.handed-in -> reviews.handed-in"
            ),
            ("/submit Assignment 2", "lila", "question.asked -> questions.missing"),
            ("/submit Essay 9 | x", "lila", "-> deadlines.unknown"),
            ("/submit Assignment 2 | x", "stranger", "-> cohorts.join-first"),
        ])
    func submit(words: String, name: String, outcome: String) {
        #expect(CommandsTestScene().says(words, by: name) == outcome)
    }

    @Test("handing in again makes a new version of the same work, until the deadline")
    func again() {
        var scene = CommandsTestScene()
        scene.does("/submit d10 | one", by: "lila")
        scene.does("/submit d10 | two", by: "lila")
        let works = scene.world.works(for: CommandsTestScene.deadline)
        #expect(works.map(\.content) == ["two"])
        #expect(works.map(\.version) == [2])
        scene.now += 5 * 86_400
        #expect(scene.says("/submit d10 | three", by: "lila") == "-> reviews.closed")
        let late = scene.says("/submit d10 | x", by: "marcos")
        #expect(late == "work.handed-in -> reviews.handed-in-late")
    }

    @Test("the answer is private, and once reviews are out nobody new comes in")
    func closed() throws {
        var scene = CommandsTestScene()
        let decision = try #require(scene.decide("/submit d10 | one", by: "lila"))
        let place = Destination.person(scene.person("lila"), fallback: CommandsTestScene.room)
        #expect(decision.messages[0].to == place)
        scene.handOutReviews()
        #expect(scene.says("/submit d10 | x", by: "emma") == "-> reviews.round-runs")
    }
}
