/// Reviewers, works and who may review what, as a graph whose flows of least cost are the matchings.
///
/// Source → reviewer, a unit per review → work → sink. Mutual pairs cannot be told in it.
struct MatchingGraph {
    struct Arc {
        /// Its number in the flow.
        var number: Int
        var edge: Roster.Edge
        var price: Roster.Cost
    }

    let demand: Demand
    let levels: Levels
    private(set) var arcs: [Arc] = []
    private var flow: MinCostFlow
    private let source = 0
    private let sink = 1
    private let learners: Int
    private let isComplete: [Bool]

    init(
        _ roster: Roster, _ limits: LoadLimits, _ demand: Demand, candidates: Candidates,
        unit: Int = 1
    ) {
        let works = demand.byWork.count
        self.demand = demand
        let heaviest = (limits.most.max() ?? 0) + (roster.finished.max() ?? 0)
        levels = Levels(roster, demand, heaviest: heaviest, unit: unit)
        learners = roster.scenario.learners.count
        isComplete = candidates.areAllOf
        flow = MinCostFlow(nodes: 2 + learners + 2 * works)
        let pairs = candidates.reviewers.reduce(0) { $0 + $1.count }
        flow.reserve(arcs: limits.most.reduce(3 * works, +) + pairs)
        arcs.reserveCapacity(pairs)

        // Each further review of a learner costs more than the one before, so that loads differ by one at most,
        // also where some reviews are missing.
        let least = 2 * roster.lightest
        for learner in roster.reviewers {
            for unit in 0..<limits.most[learner] {
                flow.addArc(
                    source, 2 + learner, capacity: 1,
                    cost: (roster.strain(learner, load: roster.finished[learner] + unit) - least)
                        * levels.uneven)
            }
        }
        for work in 0..<works where demand.byWork[work] > 0 {
            let (plain, experienced) = (node(work), node(work) + 1)
            let wanted = demand.byWork[work]
            flow.addArc(plain, sink, capacity: wanted, cost: 0)
            // Every unit pays for missing experience, except one from an experienced reviewer.
            let lacking = roster.isServed(work) ? 0 : demand.missingExperience
            flow.addArc(experienced, plain, capacity: 1, cost: 0)
            if wanted > 1 {
                flow.addArc(experienced, plain, capacity: wanted - 1, cost: lacking)
            }
            for learner in candidates.reviewers[work] {
                let price = roster.cost(learner, work)
                let weight = levels.weight(price)
                let number =
                    roster.isExperienced(learner)
                    ? flow.addArc(2 + learner, experienced, capacity: 1, cost: weight)
                    : flow.addArc(2 + learner, plain, capacity: 1, cost: weight + lacking)
                let edge = Roster.Edge(reviewer: learner, work: work)
                arcs.append(Arc(number: number, edge: edge, price: price))
            }
        }
        flow.index()
    }

    private func node(_ work: Int) -> Int { 2 + learners + 2 * work }

    /// The matching of least cost, with a surcharge for each of `arcs` and without those whose surcharge is nil.
    func matching(surcharges: [Int?] = []) -> FlowMatching {
        var flow = flow
        for (arc, surcharge) in zip(arcs, surcharges) { flow.charge(arc.number, surcharge) }
        _ = flow.run(from: source, to: sink)
        return FlowMatching(self, flow)
    }

    /// The works whose reviewers have all they can take because of one that misses reviews, itself among them.
    func rivals(of work: Int, in flow: MinCostFlow) -> [Int] {
        let behind = flow.nodesBehind(node(work), sink: sink)
        return demand.byWork.indices.filter { behind[node($0)] }
    }

    /// Whether everybody who may review these works is in the graph: a shortage that they share is a real one then.
    func isComplete(_ works: [Int]) -> Bool { works.allSatisfy { isComplete[$0] } }
}
