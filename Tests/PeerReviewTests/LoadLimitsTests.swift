import Testing

@testable import PeerReview

@Suite("Load limits")
struct LoadLimitsTests {
    @Test(
        "loads rise together until everything is given",
        arguments: [
            (9, [0, 0, 0], [9, 9, 9], [3, 3, 3]),
            (7, [0, 0, 0], [9, 9, 9], [3, 3, 3]),
            (9, [0, 0, 0], [1, 9, 9], [1, 4, 4]),
            (4, [3, 0, 1], [9, 9, 9], [0, 3, 2]),
            (5, [0, 0], [1, 1], [1, 1]),
            (0, [0], [5], [0]),
            (3, [], [], []),
        ])
    func most(demand: Int, done: [Int], limits: [Int], most: [Int]) {
        #expect(LoadLimits(demand: demand, done: done, limits: limits).most == most)
    }
}
