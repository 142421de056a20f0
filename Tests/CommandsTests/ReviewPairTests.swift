import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import PeerReview
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

    @Test("before the start it counts towards the equal load, in every plan and in the round")
    func planned() throws {
        var scene = CommandsTestScene()
        scene.handIn(["lila", "marcos", "emma", "ivan"])
        scene.does("/review plan 1 Assignment 2", by: "ivan")
        for (reviewer, author) in [("Lila", "Marcos"), ("Marcos", "Lila")] {
            #expect(
                scene.does("/review pair Assignment 2 | \(reviewer) | \(author)", by: "emma")
                    == "round.pair-chosen -> reviews.pair-chosen")
        }
        scene.does("/review plan 1 Assignment 2", by: "ivan")
        let job = try #require(
            scene.world.jobs.values.max { $0.id < $1.id })
        let matching = try #require(
            RoundMatching(job, in: scene.world, knowledge: scene.knowledge))
        let pairs = matching.run().assignments.map { "\($0.reviewer) \($0.submission)" }
        // Left to itself the matching has no pair review each other.
        #expect(Set(pairs).isSuperset(of: ["p1 w2", "p2 w1"]))
        #expect(pairs.count == 4 && Set(matching.run().assignments.map(\.reviewer)).count == 4)
    }

    @Test(
        "before the start a reviewer needs a work of their own, and after the end nobody is given one"
    )
    func refused() {
        var scene = CommandsTestScene()
        scene.handIn(["lila", "marcos"])
        scene.does("/review plan 1 Assignment 2", by: "ivan")
        #expect(
            scene.says("/review pair Assignment 2 | Ivan | Lila", by: "emma")
                == "-> reviews.no-work-yet")
        var over = CommandsTestScene()
        over.handOutReviews()
        over.happen([RoundClosed(id: ShortID(rawValue: "n1"), at: over.now)])
        #expect(
            over.says("/review pair Assignment 2 | Ivan | Lila", by: "emma")
                == "-> reviews.round-over")
    }

    @Test(
        "a plan says of a chosen pair that it cannot be kept, as nobody would be left for a third work"
    )
    func dropped() throws {
        var scene = CommandsTestScene()
        scene.handIn(["lila", "marcos", "emma"])
        scene.does("/review plan 1 Assignment 2", by: "ivan")
        for pair in ["Lila | Marcos", "Marcos | Lila"] {
            scene.does("/review pair Assignment 2 | \(pair)", by: "emma")
        }
        let job = try #require(scene.world.jobs.values.first)
        let matching = try #require(
            RoundMatching(job, in: scene.world, knowledge: scene.knowledge))
        let decision = matching.decision(for: matching.run(), in: scene.world, now: scene.now)
        #expect(
            decision.messages.first?.phrase.values["dropped"]
                == .phrase(Phrase("reviews.pairs-dropped", ["count": 1])))
    }
}
