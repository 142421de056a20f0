import Testing

@testable import PeerReview

@Suite("Exact search")
struct ExactSearchTests {
    @Test("a small round is matched as well as trying everything can do", arguments: 1...20)
    func small(seed: UInt64) throws {
        let scenario = Scenario.small(seed: seed)
        let allocation = Allocator(seed: seed, steps: 8000).allocate(scenario)
        #expect(allocation.violations(in: scenario) == [])
        let best = try #require(Exhaustion(scenario).best)
        let figures = allocation.summary(of: scenario)
        #expect(figures.missing == best.missing)
        #expect(figures.repeats == best.repeats)
        #expect(figures.mutualPairs == best.mutual)
        #expect(abs(figures.softCost - best.soft(scenario)) < 1e-9)
    }

    @Test("eight learners in three zones are proven, from any good start", arguments: [1, 2])
    func proven(seed: UInt64) throws {
        var scenario = Scenario.plain(learners: 8, k: 3)
        var dice = Dice(seed: seed)
        for index in 0..<8 {
            scenario.learners[index].utcOffsetMinutes = [-300, 0, 330][dice.roll(0...2)]
        }
        let roster = Roster(scenario)
        let demand = Demand(roster)
        let limits = LoadLimits(demand, roster)
        var chance = SplitMix64(seed: seed)
        let ring = Ring(roster, limits, demand, chance: &chance)
        var start = Swaps(roster, limits, demand, edges: ring.edges)
        start.improve(steps: 1000, chance: &chance)
        var search = try #require(
            ExactSearch(roster, limits, demand, known: start.edges, flows: 300))
        search.run()
        let isProven = search.isProven
        #expect(isProven)
        let found = Swaps(roster, limits, demand, edges: search.best?.edges ?? start.edges)
        #expect(found.cost <= start.cost)
        let allocated = Allocator(seed: seed, steps: 8000).allocate(scenario)
        let figures = allocated.summary(of: scenario)
        #expect(figures.mutualPairs == 0)
        #expect(abs(figures.softCost - Double(found.cost.soft) / (24 * 720)) < 1e-9)
    }

    @Test("a round of twelve whose optimum is known from another solver comes to that")
    func known() {
        let scenario = TwelveLearnersTable.scenario
        let figures = Allocator(seed: 101, steps: 8000).allocate(scenario).summary(of: scenario)
        #expect(figures.repeats == 0)
        #expect(figures.mutualPairs == 0)
        #expect(abs(figures.softCost - 0.6227) < 0.0001)
    }

    @Test("a round too large is left to the exchanges")
    func unfit() {
        func search(_ scenario: Scenario) -> ExactSearch? {
            let roster = Roster(scenario)
            let demand = Demand(roster)
            return ExactSearch(
                roster, LoadLimits(demand, roster), demand, known: [], flows: 10)
        }
        let large = search(.plain(learners: 14, k: 2)) != nil
        #expect(!large)
        let fits = search(.plain(learners: 12, k: 2)) != nil
        #expect(fits)
    }

    @Test(
        "somebody with two works is matched as well as trying everything can do", arguments: 1...12)
    func twoWorks(seed: UInt64) throws {
        var scenario = Scenario.small(seed: seed)
        scenario.learners = Array(scenario.learners.prefix(4))
        scenario.submissions = Array(scenario.submissions.prefix(4))
        scenario.k = 1 + Int(seed % 2)
        let second = Submission(id: "again", authors: ["u1"], language: "en")
        scenario.submissions.append(second)
        let allocation = Allocator(seed: seed, steps: 8000).allocate(scenario)
        #expect(allocation.violations(in: scenario) == [])
        let best = try #require(Exhaustion(scenario).best)
        let figures = allocation.summary(of: scenario)
        #expect(figures.missing == best.missing)
        #expect(figures.repeats == best.repeats)
        #expect(figures.mutualPairs == best.mutual)
        #expect(abs(figures.softCost - best.soft(scenario)) < 1e-9)
    }
}
