import Testing

@testable import PeerReview

@Suite("Swaps")
struct SwapsTests {
    @Test(
        "the cost that exchanges keep is the cost counted afresh, and never rises",
        arguments: 1...20)
    func cost(seed: UInt64) {
        let scenario = Scenario.random(seed: seed)
        let roster = Roster(scenario)
        var chance = SplitMix64(seed: seed)
        let demand = Demand(roster)
        let limits = LoadLimits(demand, roster)
        let flow = MatchingGraph(
            roster, limits, demand,
            candidates: Candidates(roster, perWork: 100, chance: &chance)
        ).matching()
        var swaps = Swaps(roster, limits, demand, edges: flow.edges)
        let before = swaps.cost
        swaps.improve(steps: 400, chance: &chance)
        #expect(swaps.cost <= before)
        #expect(swaps.cost == Swaps(roster, limits, demand, edges: swaps.edges).cost)
        let summary = Allocation(
            roster, edges: swaps.edges, missing: flow.missing, competitors: [:]
        ).summary(of: scenario)
        #expect(summary.mutualPairs == swaps.cost.mutual)
        #expect(summary.repeats == swaps.cost.repeats)
        #expect(summary.repeats <= flow.repeats)
    }
}
