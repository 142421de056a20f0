import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct RoundMendingTests {
    private let round = ShortID(rawValue: "n1")

    /// Runs the one open job to its end.
    private func mend(_ scene: inout CommandsTestScene) throws -> Decision {
        let job = try #require(scene.world.jobs.values.first)
        let work = try #require(RoundMending(job, in: scene.world, knowledge: scene.knowledge))
        let decision = work.decision(for: work.run(), in: scene.world, now: scene.now)
        scene.takesPlace(decision)
        return decision
    }

    private func load(_ name: String, _ scene: CommandsTestScene) -> Int {
        scene.world.reviews(by: scene.person(name)).count
    }

    @Test("the reviews of the silent go to others, and what was begun stays")
    func release() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews(of: 12, each: 3)
        let begun = scene.world.reviews.values.filter { $0.reviewer != scene.person("emma") }
        for review in begun {
            scene.happen([ReviewOpened(id: review.id, at: scene.now)])
        }
        scene.does("/review reassign d10", by: "emma", privately: true)
        scene.does("yes", by: "emma", privately: true)
        let decision = try mend(&scene)
        #expect(decision.messages.first?.phrase.key == "reviews.mended")
        #expect(load("emma", scene) == 0)
        for review in begun { #expect(scene.world.reviews[review.id] != nil) }
        for work in scene.world.works.values {
            #expect(scene.world.reviews(of: work.id).count == 3)
        }
        #expect(scene.world.rounds[round]?.releasedAt == scene.now)
        #expect(decision.messages.contains { $0.phrase.key == "reviews.handed-on" })
    }

    @Test("whoever offered one more gets it before others")
    func volunteers() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews(of: 12, each: 1)
        for review in scene.world.reviews.values where review.reviewer != scene.person("emma") {
            scene.happen([
                ReviewSent(id: review.id, comment: "Clear, but short.", score: 80, at: scene.now)
            ])
        }
        scene.does("/review more d10", by: "guest7")
        scene.does("/review reassign d10", by: "emma", privately: true)
        scene.does("yes", by: "emma", privately: true)
        _ = try mend(&scene)
        #expect(load("guest7", scene) == 2)
    }

    @Test("where nobody else can, the silent keep what they have")
    func nobody() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.does("/review open v1", by: "lila")
        scene.does("/review reassign d10", by: "emma", privately: true)
        scene.does("yes", by: "emma", privately: true)
        let decision = try mend(&scene)
        #expect(decision.messages.map(\.phrase.key) == ["reviews.nothing-mended"])
        #expect(load("marcos", scene) == 1)
    }

    @Test("a late work joins: its author reviews as many as others, and it is reviewed as often")
    func late() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews(of: 8, each: 2)
        scene.happen([
            PersonMet(
                id: PersonID(rawValue: "p90"), account: CommandsTestScene.account("zoe"),
                name: "Zoe", language: nil, at: scene.now, number: 900),
            MemberJoined(
                cohort: CommandsTestScene.cohort, person: PersonID(rawValue: "p90"), at: scene.now),
        ])
        let before = Set(scene.world.reviews.keys)
        scene.now += 6 * 86_400
        let outcome = scene.does("/submit Assignment 2 | late", by: "zoe")
        #expect(outcome == "work.handed-in, job.started -> reviews.handed-in-late")
        _ = try mend(&scene)
        let work = try #require(
            scene.world.work(of: scene.person("zoe"), for: CommandsTestScene.deadline))
        #expect(scene.world.reviews(of: work.id).count == 2)
        #expect(load("zoe", scene) == 2)
        // As few as possible move: two reviews became those of the late work's author.
        #expect(before.subtracting(scene.world.reviews.keys).count <= 2)
        for work in scene.world.works.values {
            #expect(scene.world.reviews(of: work.id).count == 2)
        }
    }

    @Test("a swap gives the work to somebody else and another one to who knew its author")
    func swap() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews(of: 8, each: 2)
        let review = scene.world.reviews(by: scene.person("lila"))[0]
        scene.does("/review open \(review.id.rawValue)", by: "lila")
        scene.does("/review swap \(review.id.rawValue)", by: "lila")
        _ = try mend(&scene)
        let now = scene.world.reviews(by: scene.person("lila"))
        #expect(now.count == 2)
        #expect(!now.contains { $0.work == review.work })
        #expect(scene.world.reviews(of: review.work).count == 2)
    }

    @Test("a round that is over is not mended")
    func over() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.does("/review swap v1", by: "lila")
        scene.happen([RoundClosed(id: round, at: scene.now)])
        let job = try #require(scene.world.jobs.values.first)
        #expect(RoundMending(job, in: scene.world, knowledge: scene.knowledge) == nil)
    }
}
