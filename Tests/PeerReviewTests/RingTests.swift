import Testing

@testable import PeerReview

@Suite("Ring")
struct RingTests {
    @Test(
        "the ring gives everybody k others, never mutually when there are more than 2k",
        arguments: 1...4)
    func plain(k: Int) {
        let scenario = Scenario.plain(learners: 2 * k + 1, k: k)
        let roster = Roster(scenario)
        let demand = Demand(roster)
        let limits = LoadLimits(demand, roster)
        var chance = SplitMix64(seed: 3)
        let ring = Ring(roster, limits, demand, chance: &chance)
        let allocation = Allocation(
            roster, edges: ring.edges, missing: ring.missing, competitors: [:])
        #expect(allocation.violations(in: scenario) == [])
        #expect(allocation.unmet == [])
        #expect(allocation.summary(of: scenario).mutualPairs == 0)
    }
}
