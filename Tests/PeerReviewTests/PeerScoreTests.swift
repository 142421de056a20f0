import PeerReview
import Testing

@Suite("Peer score")
struct PeerScoreTests {
    @Test("no score gives no peer score")
    func none() {
        #expect(PeerScore([]) == nil)
        #expect(PeerScore([.nan, .infinity]) == nil)
    }

    @Test(
        "scores combine to their mean with the range",
        arguments: [
            ([80.0], 80.0, 80.0, 80.0),
            ([78, 82, 86], 82, 78, 86),
            ([60, 90], 75, 60, 90),
        ])
    func combined(scores: [Double], mean: Double, lowest: Double, highest: Double) throws {
        let score = try #require(PeerScore(scores))
        #expect(score.mean == mean)
        #expect(score.lowest == lowest)
        #expect(score.highest == highest)
        #expect(score.count == scores.count)
    }

    @Test("more than twenty points apart suggests one more review")
    func spread() throws {
        #expect(try #require(PeerScore([60, 81])).suggestsOneMore)
        #expect(try !#require(PeerScore([60, 80])).suggestsOneMore)
    }
}
