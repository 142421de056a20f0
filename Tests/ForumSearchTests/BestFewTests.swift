import Testing

@testable import ForumSearch

@Suite("Best few")
struct BestFewTests {
    @Test("keeps the best, and of equals the first", arguments: [1, 3, 10, 200])
    func best(limit: Int) {
        var dice = Dice(seed: UInt64(limit))
        let all = (0..<100).map {
            ForumIndex.Candidate(thread: Int32($0), score: Float(dice.roll(0...20)))
        }
        var few = BestFew(limit: limit)
        for candidate in all { few.insert(candidate) }
        let expected = all.sorted { ($1.score, $0.thread) < ($0.score, $1.thread) }.prefix(limit)
        #expect(Set(few.candidates.map(\.thread)) == Set(expected.map(\.thread)))
    }
}
