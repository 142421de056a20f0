/// The matching of least cost where mutual pairs do not count: one flow proves how many reviews are missing and how
/// many repeats cannot be avoided.
struct FlowMatching {
    /// New reviews.
    private(set) var edges: [Roster.Edge] = []
    /// Missing reviews by work.
    private(set) var missing: [Int]
    /// By work that misses some: how many works compete for the same reviewers.
    private(set) var competitors: [Int: Int] = [:]
    private(set) var repeats = 0

    init(_ roster: Roster, _ limits: LoadLimits, _ demand: Demand, candidates: Candidates) {
        let works = demand.byWork.count
        let learners = roster.scenario.learners.count
        let source = 0
        let sink = 1
        func reviewerNode(_ learner: Int) -> Int { 2 + learner }
        func workNode(_ work: Int) -> Int { 2 + learners + 2 * work }
        func experiencedNode(_ work: Int) -> Int { workNode(work) + 1 }
        var graph = MinCostFlow(nodes: 2 + learners + 2 * works)
        graph.reserve(
            arcs: limits.most.reduce(3 * works, +)
                + candidates.reviewers.reduce(0) { $0 + $1.count }
        )

        // Each further review of a learner costs more than the one before, so that loads differ by one at most,
        // also where some reviews are missing.
        let finished = roster.finished
        let lightest = roster.reviewers.map { finished[$0] }.min() ?? 0
        let most = limits.most.max() ?? 0
        let levels = Levels(roster, demand, heaviest: most + (finished.max() ?? 0))
        for learner in roster.reviewers {
            for unit in 0..<limits.most[learner] {
                graph.addArc(
                    source, reviewerNode(learner), capacity: 1,
                    cost: (finished[learner] - lightest + unit) * levels.uneven)
            }
        }
        let served = Self.experiencedWorks(roster)
        var arcs: [(arc: Int, edge: Roster.Edge, repeated: Bool)] = []
        for work in 0..<works where demand.byWork[work] > 0 {
            let wanted = demand.byWork[work]
            graph.addArc(workNode(work), sink, capacity: wanted, cost: 0)
            // Every unit pays for missing experience, except one from an experienced reviewer.
            let lacking = served[work] ? 0 : demand.missingExperience
            graph.addArc(experiencedNode(work), workNode(work), capacity: 1, cost: 0)
            if wanted > 1 {
                graph.addArc(
                    experiencedNode(work), workNode(work), capacity: wanted - 1, cost: lacking)
            }
            for learner in candidates.reviewers[work] {
                let cost = roster.cost(learner, work)
                let experienced = roster.isExperienced(learner)
                let weight = levels.weight(cost)
                let arc = graph.addArc(
                    reviewerNode(learner), experienced ? experiencedNode(work) : workNode(work),
                    capacity: 1, cost: experienced ? weight : weight + lacking)
                arcs.append((arc, Roster.Edge(reviewer: learner, work: work), cost.repeated))
            }
        }

        missing = demand.byWork
        _ = graph.run(from: source, to: sink)
        for (arc, edge, isRepeat) in arcs where graph.flow(arc) > 0 {
            edges.append(edge)
            missing[edge.work] -= 1
            repeats += isRepeat ? 1 : 0
        }
        for work in 0..<works where missing[work] > 0 {
            let behind = graph.nodesBehind(workNode(work), sink: sink)
            competitors[work] = (0..<works).count { $0 != work && behind[workNode($0)] }
        }
    }

    /// The works that a finished review of an experienced learner exists for.
    private static func experiencedWorks(_ roster: Roster) -> [Bool] {
        var served = [Bool](repeating: false, count: roster.scenario.submissions.count)
        for edge in roster.done where roster.isExperienced(edge.reviewer) {
            served[edge.work] = true
        }
        return served
    }
}
