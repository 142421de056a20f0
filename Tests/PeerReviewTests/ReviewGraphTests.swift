import Testing

@testable import PeerReview

@Suite("Review graph")
struct ReviewGraphTests {
    @Test("a pair counts once, however many works it shares, and goes with the last of them")
    func pairs() {
        // Work 0 by learner 0, works 1 and 2 by learner 1, work 3 by both.
        var graph = ReviewGraph(authors: [[0], [1], [1], [0, 1]], room: [3, 3, 3])
        graph.add(0, 1)
        #expect(graph.mutualPairs == 0)
        graph.add(1, 0)
        #expect(graph.mutualPairs == 1)
        graph.add(0, 2)
        #expect(graph.mutualPairs == 1)
        #expect(graph.returned(0, 1) == 1)
        graph.remove(0, 1)
        #expect(graph.mutualPairs == 1)
        graph.remove(0, 2)
        #expect(graph.mutualPairs == 0)
        graph.add(2, 3)
        #expect(graph.returned(2, 3) == 0)
        #expect(graph.contains(2, 3))
        #expect(graph.load(2) == 1)
    }
}
