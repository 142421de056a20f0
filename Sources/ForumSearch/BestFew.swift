/// The best few of many candidates, found in one pass.
struct BestFew {
    private let limit: Int
    /// A heap with the worst of the best on top.
    private var heap: [ForumIndex.Candidate] = []

    init(limit: Int) { self.limit = limit }

    var candidates: [ForumIndex.Candidate] { heap }

    mutating func insert(_ candidate: ForumIndex.Candidate) {
        if heap.count < limit {
            heap.append(candidate)
            var child = heap.count - 1
            while child > 0 {
                let parent = (child - 1) / 2
                guard Self.isWorse(heap[child], heap[parent]) else { break }
                heap.swapAt(child, parent)
                child = parent
            }
            return
        }
        guard let worst = heap.first, Self.isWorse(worst, candidate) else { return }
        heap[0] = candidate
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && Self.isWorse(heap[child], heap[least]) {
                least = child
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }

    private static func isWorse(_ a: ForumIndex.Candidate, _ b: ForumIndex.Candidate) -> Bool {
        (a.score, b.thread) < (b.score, a.thread)
    }
}
