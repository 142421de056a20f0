import PeerReview
import Testing

@Suite("Round limits")
struct RoundLimitsTests {
    @Test(
        "small rounds have the limits of the table",
        arguments: [
            (0, 3, 0, 0, 0), (1, 3, 0, 0, 0), (2, 3, 1, 1, 1), (3, 1, 1, 0, 2), (3, 2, 2, 3, 1),
            (4, 2, 2, 2, 1), (4, 3, 3, 6, 1), (5, 2, 2, 0, 2), (5, 3, 3, 5, 1), (5, 4, 4, 10, 1),
            (7, 3, 3, 0, 2),
        ])
    func table(learners: Int, asked: Int, k: Int, mutual: Int, rounds: Int) {
        let limits = RoundLimits(learners: learners, k: asked)
        #expect(limits.k == k)
        #expect(limits.forcedMutualPairs == mutual)
        #expect(limits.roundsWithoutRepeat == rounds)
    }
}
