import Testing

@testable import PeerReview

@Suite("Matching graph")
struct MatchingGraphTests {
    private func matching(_ scenario: Scenario, perWork: Int) -> FlowMatching {
        let roster = Roster(scenario)
        let demand = Demand(roster)
        var chance = SplitMix64(seed: 1)
        let candidates = Candidates(roster, perWork: perWork, chance: &chance)
        return MatchingGraph(
            roster, LoadLimits(demand, roster), demand, candidates: candidates
        ).matching()
    }

    @Test("a shortage is proven where all who may review the work were considered")
    func proven() {
        var scenario = Scenario.plain(learners: 100, k: 3)
        scenario.submissions[7].language = "hi"
        scenario.learners[20].languages = ["hi"]
        let sparse = matching(scenario, perWork: 20)
        #expect(sparse.missing[7] == 2)
        #expect(sparse.isProven)
        #expect(sparse.competitors == [7: 0])
    }

    @Test("works that share too few reviewers are each other's rivals")
    func rivals() {
        var scenario = Scenario.plain(learners: 30, k: 2)
        for work in 0..<4 { scenario.submissions[work].language = "hi" }
        for learner in 20..<22 { scenario.learners[learner].languages = ["hi"] }
        let matching = matching(scenario, perWork: 100)
        #expect(matching.missing.reduce(0, +) == 4)
        #expect(matching.competitors.values.allSatisfy { (2...3).contains($0) })
        #expect(matching.isProven)
    }

    @Test("an experienced reviewer goes to as many works as there are reviews to give")
    func experience() {
        var scenario = Scenario.plain(learners: 12, k: 2)
        for index in 0..<12 { scenario.learners[index].level = index < 3 ? 4 : 0 }
        let matching = matching(scenario, perWork: 100)
        #expect(Set(matching.edges.filter { $0.reviewer < 3 }.map(\.work)).count == 6)
    }
}
