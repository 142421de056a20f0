/// The matching of least cost where mutual pairs do not count: one flow proves how many reviews are missing and how
/// many repeats cannot be avoided.
struct FlowMatching {
    /// New reviews.
    private(set) var edges: [Roster.Edge] = []
    /// Which of the graph's arcs they are.
    private(set) var chosen: [Int] = []
    /// Missing reviews by work.
    private(set) var missing: [Int]
    private(set) var repeats = 0
    private let graph: MatchingGraph
    private let flow: MinCostFlow

    init(_ graph: MatchingGraph, _ flow: MinCostFlow) {
        self.graph = graph
        self.flow = flow
        missing = graph.demand.byWork
        for (index, arc) in graph.arcs.enumerated() where flow.flow(arc.number) > 0 {
            chosen.append(index)
            edges.append(arc.edge)
            missing[arc.edge.work] -= 1
            repeats += arc.price.repeated ? 1 : 0
        }
    }

    /// The sum of all levels, surcharges included; one number holds it in small rounds only.
    var cost: Int { flow.cost }

    /// What it costs at least to use one of the graph's arcs that is not chosen, or to do without one that is.
    func reducedCost(ofArc arc: Int) -> Int { flow.reducedCost(graph.arcs[arc].number) }

    /// By work that misses some: how many others compete for the same reviewers.
    var competitors: [Int: Int] {
        var competitors: [Int: Int] = [:]
        for work in missing.indices where missing[work] > 0 {
            competitors[work] = graph.rivals(of: work, in: flow).count { $0 != work }
        }
        return competitors
    }

    /// Whether no matching misses fewer or repeats fewer, also among reviewers that were not considered.
    var isProven: Bool {
        repeats == 0
            && missing.indices.allSatisfy {
                missing[$0] == 0 || graph.isComplete(graph.rivals(of: $0, in: flow))
            }
    }
}
