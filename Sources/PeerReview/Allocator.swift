/// Decides who reviews whom: the same scenario and seed give the same allocation, on every machine.
///
/// ```swift
/// let allocation = Allocator(seed: scenario.seed).allocate(scenario)
/// let figures = allocation.summary(of: scenario)
/// ```
/// A flow proves the fewest missing reviews and repeats; exchanges that keep the loads then remove mutual pairs and
/// bring clocks and experience together. Every result is verified before it is returned.
public struct Allocator: Sendable {
    public let seed: UInt64
    /// How long to improve, in exchanges tried per review: steps and not time, or a seed would not be repeatable.
    public let stepsPerReview: Int

    public init(seed: UInt64, stepsPerReview: Int = 400) {
        self.seed = seed
        self.stepsPerReview = max(0, stepsPerReview)
    }

    public func allocate(_ scenario: Scenario) -> Allocation {
        var chance = SplitMix64(seed: seed)
        let roster = Roster(scenario)
        let demand = Self.demand(roster)
        let limits = Self.limits(roster, demand: demand)
        let flow = matching(roster, limits, demand, &chance)
        var swaps = Swaps(roster, limits, edges: flow.edges)
        swaps.anneal(steps: stepsPerReview * max(50, flow.edges.count), chance: &chance)
        let allocation = Allocation(
            roster, edges: swaps.edges, missing: flow.missing, competitors: flow.competitors)
        if allocation.violations(in: scenario).isEmpty { return allocation }
        let ring = Ring(roster, limits, demand: demand, chance: &chance)
        return Allocation(roster, edges: ring.edges, missing: ring.missing, competitors: [:])
    }

    /// Widens the choice of reviewers until the flow's result is proven or everybody is in it.
    private func matching(
        _ roster: Roster, _ limits: LoadLimits, _ demand: [Int], _ chance: inout SplitMix64
    ) -> FlowMatching {
        let works = max(1, demand.count)
        var perWork = max(40, 60_000 / works)
        while true {
            let candidates = Candidates(roster, perWork: perWork, chance: &chance)
            let flow = FlowMatching(roster, limits, demand: demand, candidates: candidates)
            let isProven = flow.repeats == 0 && flow.missing.allSatisfy { $0 == 0 }
            // Beyond four million pairs the arcs alone would take 200 MB; such a result is valid, if not proven.
            if isProven || candidates.areAll || perWork * 4 * works > 4_000_000 { return flow }
            perWork *= 4
        }
    }

    private static func demand(_ roster: Roster) -> [Int] {
        let works = roster.scenario.submissions.indices
        var demand = works.map { work in
            roster.workIndex[roster.scenario.submissions[work].id] == work
                ? max(0, roster.scenario.k) : 0
        }
        for edge in roster.done { demand[edge.work] = max(0, demand[edge.work] - 1) }
        return demand
    }

    private static func limits(_ roster: Roster, demand: [Int]) -> LoadLimits {
        let learners = roster.scenario.learners
        var limits = [Int](repeating: 0, count: learners.count)
        for learner in roster.reviewers {
            // Nobody can review more works than there are, so the water need not rise beyond.
            limits[learner] = min(learners[learner].maxLoad ?? .max, demand.count)
        }
        return LoadLimits(demand: demand.reduce(0, +), done: roster.finished, limits: limits)
    }
}
