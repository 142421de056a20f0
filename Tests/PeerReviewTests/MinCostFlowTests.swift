import Testing

@testable import PeerReview

@Suite("Minimum-cost flow")
struct MinCostFlowTests {
    @Test("an assignment takes the cheapest pairs, also when the greedy choice is wrong")
    func assignment() {
        // Two reviewers (2, 3), two works (4, 5): greedy 2→4 for 1 would force 3→5 for 100.
        var graph = MinCostFlow(nodes: 6)
        for reviewer in [2, 3] { graph.addArc(0, reviewer, capacity: 1, cost: 0) }
        for work in [4, 5] { graph.addArc(work, 1, capacity: 1, cost: 0) }
        let greedy = graph.addArc(2, 4, capacity: 1, cost: 1)
        let other = graph.addArc(2, 5, capacity: 1, cost: 2)
        let needed = graph.addArc(3, 4, capacity: 1, cost: 3)
        let dear = graph.addArc(3, 5, capacity: 1, cost: 100)
        graph.index()
        #expect(graph.run(from: 0, to: 1) == 2)
        #expect([greedy, other, needed, dear].map { graph.flow($0) } == [0, 1, 1, 0])
        // Nothing else costs less: by way of the dear pair it would be 101 instead of 5.
        #expect([greedy, dear].map { graph.reducedCost($0) }.reduce(0, +) == 96)
        #expect([other, needed].allSatisfy { graph.reducedCost($0) >= 0 })
    }

    @Test("what cannot flow is behind a tight set")
    func cut() {
        var graph = MinCostFlow(nodes: 5)
        graph.addArc(0, 2, capacity: 1, cost: 0)
        graph.addArc(2, 3, capacity: 1, cost: 0)
        graph.addArc(2, 4, capacity: 1, cost: 5)
        graph.addArc(3, 1, capacity: 1, cost: 0)
        graph.addArc(4, 1, capacity: 1, cost: 0)
        graph.index()
        #expect(graph.run(from: 0, to: 1) == 1)
        #expect(graph.nodesBehind(4, sink: 1) == [false, false, true, true, true])
    }
}
