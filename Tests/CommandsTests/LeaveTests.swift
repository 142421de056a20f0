import Chat
import Cohorts
import Commands
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct LeaveTests {
    @Test("who leaves is gone, and leaving twice changes nothing")
    func leave() {
        var scene = CommandsTestScene()
        #expect(scene.does("/leave", by: "lila") == "member.left -> cohorts.left")
        let members = scene.world.cohorts[CommandsTestScene.cohort]?.members
        #expect(members?[scene.person("lila")] == nil)
        #expect(scene.does("/leave", by: "lila") == "-> cohorts.not-in")
    }

    @Test("reviews that were not sent go to others, begun or not; what is sent stays")
    func reviews() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews(of: 6, each: 2)
        let own = scene.world.reviews(by: scene.person("lila"))
        scene.does("/review open \(own[0].id.rawValue)", by: "lila")
        #expect(
            scene.does("/leave", by: "lila") == "member.left, job.started -> cohorts.left-reviews")
        let job = try #require(scene.world.jobs.values.first)
        let work = try #require(RoundMending(job, in: scene.world, knowledge: scene.knowledge))
        scene.takesPlace(work.decision(for: work.run(), in: scene.world, now: scene.now))
        #expect(scene.world.reviews(by: scene.person("lila")) == [])
        let works = Set(own.map(\.work))
        for work in works { #expect(scene.world.reviews(of: work).count == 2) }
        #expect(scene.says("/leave nowhere", by: "lila") == "-> cohorts.unknown")
    }

    @Test("where nobody can take a review over, it stays with whoever left, who may still send it")
    func nobodyElse() throws {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.does("/leave", by: "lila")
        let job = try #require(scene.world.jobs.values.first)
        let work = try #require(RoundMending(job, in: scene.world, knowledge: scene.knowledge))
        scene.takesPlace(work.decision(for: work.run(), in: scene.world, now: scene.now))
        #expect(scene.world.reviews(by: scene.person("lila")).count == 1)
        #expect(
            scene.says(
                "/review send v1 | Clear. I would add a source.", by: "lila", privately: true)
                == "review.sent -> reviews.sent-last")
    }

    @Test("after the end of a round there is nothing to hand on")
    func over() {
        var scene = CommandsTestScene()
        scene.handOutReviews()
        scene.happen([RoundClosed(id: ShortID(rawValue: "n1"), at: scene.now)])
        #expect(scene.says("/leave", by: "lila") == "member.left -> cohorts.left")
    }
}
