import Testing

@testable import PeerReview

@Suite("Levels")
struct LevelsTests {
    @Test("each level outweighs all of the lower ones together")
    func order() {
        var scenario = Scenario.plain(learners: 40, k: 3)
        scenario.policy.language = .preferred
        scenario.history = [PastReview(round: 1, reviewer: "u0", author: "u1")]
        scenario.kept = [KeptReview(reviewer: "u0", submission: "s1", state: .open)]
        let roster = Roster(scenario)
        let demand = Demand(roster)
        let levels = Levels(roster, demand, heaviest: 3)
        let reviews = demand.total
        #expect(levels.foreign > reviews * (720 + demand.missingExperience))
        #expect(levels.mutual > reviews * levels.foreign)
        #expect(levels.repeated > reviews * levels.mutual)
        #expect(levels.moved > reviews * levels.repeated)
        #expect(levels.uneven > reviews * levels.moved)
    }

    @Test("a round too large for exact levels still has them in order, without overflow")
    func large() {
        var scenario = Scenario.plain(learners: 4000, k: 5)
        scenario.policy.language = .preferred
        scenario.history = [PastReview(round: 1, reviewer: "u0", author: "u1")]
        scenario.kept = [KeptReview(reviewer: "u0", submission: "s1", state: .open)]
        let roster = Roster(scenario)
        let levels = Levels(roster, Demand(roster), heaviest: 5)
        #expect(levels.repeated > 100 * levels.mutual)
        #expect(levels.moved > 100 * levels.repeated)
        #expect(levels.uneven > 100 * levels.moved)
    }
}
