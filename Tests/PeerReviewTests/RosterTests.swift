import Testing

@testable import PeerReview

@Suite("Roster")
struct RosterTests {
    @Test("a reader of pt-BR reads pt; who lists no language reads none")
    func languages() {
        var scenario = Scenario.plain(learners: 3, k: 1)
        scenario.submissions[0].language = "pt"
        scenario.learners[1].languages = ["pt-BR"]
        scenario.learners[2].languages = []
        let roster = Roster(scenario)
        #expect(roster.obstacle(1, 0) == nil)
        #expect(roster.obstacle(2, 0) == .language)
        scenario.submissions[0].language = nil
        #expect(Roster(scenario).obstacle(2, 0) == nil)
        scenario.submissions[0].language = "pt"
        scenario.policy.language = .preferred
        #expect(Roster(scenario).obstacle(2, 0) == nil)
        #expect(Roster(scenario).cost(2, 0).foreign)
    }

    @Test("a learner listed twice counts once, strangers in the rules are skipped")
    func untidy() {
        var scenario = Scenario.plain(learners: 2, k: 1)
        scenario.learners.append(scenario.learners[0])
        scenario.conflicts = [Conflict("nobody", "u0")]
        scenario.history = [PastReview(round: 1, reviewer: "u0", author: "nobody")]
        scenario.kept = [KeptReview(reviewer: "nobody", submission: "s0", state: .done)]
        #expect(Roster(scenario).reviewers == [0, 1])
        #expect(Roster(scenario).done.isEmpty)
        #expect(Allocator(seed: 1).allocate(scenario).violations(in: scenario) == [])
    }

    @Test("the table of who may review says what the rules say, for every pair", arguments: 1...30)
    func tables(seed: UInt64) {
        let roster = Roster(.random(seed: seed))
        for work in roster.scenario.submissions.indices {
            let eligible = roster.scenario.learners.indices.filter {
                roster.obstacle($0, work) == nil
            }
            #expect(roster.eligible(work) == eligible)
            #expect(eligible.allSatisfy { roster.mayReview($0, work) })
        }
    }
}
