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

    @Test("the answer is private; once reviews are out a new work joins, until the round is over")
    func closed() throws {
        var scene = CommandsTestScene()
        let decision = try #require(scene.decide("/submit d10 | one", by: "lila"))
        let place = Destination.person(scene.person("lila"), fallback: CommandsTestScene.room)
        #expect(decision.messages[0].to == place)
        scene.handOutReviews()
        let joined = scene.says("/submit d10 | x", by: "emma")
        #expect(joined == "work.handed-in, job.started -> reviews.handed-in")
        // Whoever reviews a work learns of its new version.
        let replaced = scene.says("/submit d10 | x", by: "lila")
        #expect(replaced == "work.handed-in -> reviews.handed-in, reviews.new-version")
        scene.happen([RoundClosed(id: ShortID(rawValue: "n1"), at: scene.now)])
        #expect(scene.says("/submit d10 | x", by: "emma") == "-> reviews.round-over")
    }

    @Test("whoever has more time may replace their work for as long")
    func extended() {
        var scene = CommandsTestScene()
        scene.does("/submit d10 | one", by: "lila")
        scene.does("/deadline extend d10 | Lila | in 9 days", by: "ivan")
        scene.now += 5 * 86_400
        #expect(
            scene.says("/submit d10 | two", by: "lila") == "work.handed-in -> reviews.handed-in")
    }

    private let essay = Attachment(id: "F", name: "Lila Q. final.PDF", size: 9)

    @Test("a file is handed in under a neutral name, and words replace it again")
    func file() throws {
        var scene = CommandsTestScene()
        scene.takesPlace(scene.decide("/submit d10", by: "lila", with: essay))
        #expect(scene.fetches([1, 2]) == "work.file-handed-in -> reviews.handed-in")
        let work = try #require(scene.world.works(for: CommandsTestScene.deadline).first)
        #expect(work.file?.name == "work-\(work.id.rawValue).pdf")
        #expect(work.file?.digest == "d2")
        scene.does("/submit d10 | two", by: "lila")
        let replaced = try #require(scene.world.works[work.id])
        #expect(replaced.file == nil)
        #expect((replaced.content, replaced.version) == ("two", 2))
    }

    @Test("what can be refused without the file is refused before it is fetched")
    func refusedAtOnce() {
        var scene = CommandsTestScene()
        let large = Attachment(id: "F", size: (20 << 20) + 1)
        #expect(
            scene.decide("/submit d10", by: "lila", with: large).outcome == "-> files.too-large")
        #expect(
            scene.decide("/submit Essay 9", by: "lila", with: essay).outcome
                == "-> deadlines.unknown")
        #expect(
            scene.decide("/submit d10", by: "stranger", with: essay).outcome
                == "-> cohorts.join-first")
        scene.handOutReviews()
        scene.happen([RoundClosed(id: ShortID(rawValue: "n1"), at: scene.now)])
        #expect(
            scene.decide("/submit d10", by: "emma", with: essay).outcome == "-> reviews.round-over")
    }

    @Test("a file counts from when it was sent, and does not replace what came after it")
    func time() {
        var scene = CommandsTestScene()
        scene.takesPlace(scene.decide("/submit d10", by: "lila", with: essay))
        scene.takesPlace(scene.decide("/submit d10", by: "marcos", with: essay))
        scene.now += 60
        scene.does("/submit d10 | newer", by: "lila")
        scene.now += 9 * 86_400
        var outcomes: Set<String> = []
        while !scene.world.jobs.isEmpty { outcomes.insert(scene.fetches([1])) }
        #expect(
            outcomes == ["-> reviews.newer-there", "work.file-handed-in -> reviews.handed-in"])
    }

    @Test("a cohort's files have their room, in which a new version counts once")
    func room() {
        var scene = CommandsTestScene()
        scene.limits.cohortFileBytes = 5
        for (name, size, outcome) in [
            ("lila", 4, "work.file-handed-in -> reviews.handed-in"),
            ("marcos", 2, "-> reviews.no-room"),
            ("lila", 3, "work.file-handed-in -> reviews.handed-in"),
            ("marcos", 2, "work.file-handed-in -> reviews.handed-in"),
        ] {
            scene.takesPlace(scene.decide("/submit d10", by: name, with: essay))
            #expect(scene.fetches([UInt8](repeating: 1, count: size)) == outcome)
        }
    }
}
