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
    /// How long to improve, in exchanges tried: steps and not time, or a seed would not be repeatable.
    public let steps: Int

    public init(seed: UInt64, steps: Int = 140_000) {
        self.seed = seed
        self.steps = max(0, steps)
    }

    public func allocate(_ scenario: Scenario) -> Allocation {
        // Once reviews are finished, equal shares may no longer be possible; one extra each is.
        let hasBegun = scenario.kept.contains { $0.state == .done }
        return allocate(scenario, level: hasBegun ? scenario.k + 1 : 0, volunteers: [])
    }

    /// - Parameters:
    ///   - scenario: the round.
    ///   - level: the load that is bearable for everybody, also where others could give more of an equal share.
    ///   - volunteers: who gets a further review before others with as many.
    /// - Returns: a matching that breaks no rule.
    func allocate(
        _ scenario: Scenario, level: Int, volunteers: Set<Learner.ID>
    ) -> Allocation {
        var chance = SplitMix64(seed: seed)
        let roster = Roster(scenario, volunteers: volunteers)
        var demand = Demand(roster)
        let limits = LoadLimits(demand, roster, level: level)
        var flow = matching(roster, limits, demand, &chance)
        if demand.lack(flow.missing.reduce(0, +), roster) {
            flow = matching(roster, limits, demand, &chance)
        }
        var swaps = Swaps(roster, limits, demand, edges: flow.edges)
        swaps.improve(steps: steps, chance: &chance)
        var isExact = false
        if var exact = ExactSearch(
            roster, limits, demand, known: swaps.edges, flows: min(1500, steps * 3 / 40))
        {
            exact.run()
            isExact = true
            let found = Swaps(roster, limits, demand, edges: exact.edges)
            if let best = exact.best, !(swaps.cost < found.cost) {
                flow = best
                swaps = found
            }
        }
        swaps.level(steps: steps / 4, chance: &chance)
        // The best of a small round stays so; elsewhere one connected graph is worth a few minutes of zone gap.
        swaps.join(price: isExact ? 0 : 1500)
        let allocation = Allocation(
            roster, edges: swaps.edges, missing: flow.missing, competitors: flow.competitors)
        if allocation.violations(in: scenario).isEmpty { return allocation }
        let ring = Ring(roster, limits, demand, chance: &chance)
        return Allocation(roster, edges: ring.edges, missing: ring.missing, competitors: [:])
    }

    /// Widens the choice of reviewers until the flow's result is proven or everybody is in it.
    private func matching(
        _ roster: Roster, _ limits: LoadLimits, _ demand: Demand, _ chance: inout SplitMix64
    ) -> FlowMatching {
        let works = max(1, demand.byWork.count)
        var perWork = max(40, 30_000 / works)
        while true {
            let candidates = Candidates(roster, perWork: perWork, chance: &chance)
            let flow = MatchingGraph(roster, limits, demand, candidates: candidates)
                .matching()
            // Beyond four million pairs the arcs alone would take 200 MB; such a result is valid, if not proven.
            if flow.isProven || candidates.areAll || perWork * 4 * works > 4_000_000 { return flow }
            perWork *= 4
        }
    }
}
