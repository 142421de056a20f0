import Testing

@testable import PeerReview

@Suite("Distance queue")
struct DistanceQueueTests {
    @Test("nodes leave nearest first", arguments: 1...5)
    func order(seed: UInt64) {
        var dice = Dice(seed: seed)
        var queue = DistanceQueue()
        let distances = (0..<60).map { _ in dice.roll(0...30) }
        for (node, distance) in distances.enumerated() { queue.insert(distance, Int32(node)) }
        var left: [Int] = []
        while let (distance, node) = queue.popNearest() {
            #expect(distances[Int(node)] == distance)
            left.append(distance)
        }
        #expect(left == distances.sorted())
    }
}
