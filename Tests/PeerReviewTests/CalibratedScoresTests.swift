import PeerReview
import Testing

@Suite("Calibrated scores")
struct CalibratedScoresTests {
    /// Mean errors of the mean and of the calibrated score.
    private func errors(
        _ kind: ReviewWorld.Kind, learners: Int, seeds: Int
    ) -> (mean: Double, calibrated: Double) {
        var (mean, calibrated) = (0.0, 0.0)
        for seed in 1...seeds {
            let world = ReviewWorld(kind, learners: learners, k: 3, seed: UInt64(seed))
            mean += world.error(world.means)
            calibrated += world.error(CalibratedScores(world.ratings, k: 3)?.scores ?? [:])
        }
        return (mean / Double(seeds), calibrated / Double(seeds))
    }

    @Test(
        "where reviewers differ they beat the mean",
        arguments: [ReviewWorld.Kind.biased, .careless, .generous, .skilled])
    func better(kind: ReviewWorld.Kind) {
        let errors = errors(kind, learners: 120, seeds: 4)
        #expect(errors.calibrated < errors.mean)
    }

    @Test("where all are honest they are as good as the mean")
    func honest() {
        let errors = errors(.honest, learners: 120, seeds: 4)
        #expect(errors.calibrated < errors.mean + 0.2)
    }

    @Test(
        "a dozen learners are enough",
        arguments: [ReviewWorld.Kind.biased, .careless, .honest])
    func few(kind: ReviewWorld.Kind) {
        let errors = errors(kind, learners: 12, seeds: 12)
        #expect(errors.calibrated < errors.mean + 0.1)
    }

    @Test("a harsh reviewer is told from a weak work, and a careless one counts less")
    func told() throws {
        let works = (0..<12).map { "w\($0)" }
        let ratings = works.enumerated().flatMap { index, work -> [Rating] in
            let worth = 60 + Double(index * 3)
            return [
                Rating(reviewer: "harsh", submission: work, score: worth - 15),
                Rating(reviewer: "fair", submission: work, score: worth + Double(index % 3)),
                Rating(reviewer: "kind", submission: work, score: worth + 5),
                Rating(
                    reviewer: "careless", submission: work, score: index % 2 == 0 ? 95 : 40),
            ]
        }
        let scores = try #require(CalibratedScores(ratings, k: 3))
        #expect((scores.biases["harsh"] ?? 0) < (scores.biases["fair"] ?? 0) - 8)
        #expect((scores.biases["kind"] ?? 0) > (scores.biases["fair"] ?? 0))
        #expect((scores.weights["careless"] ?? 1) < (scores.weights["fair"] ?? 0) / 3)
        for (worse, better) in zip(works, works.dropFirst()) {
            #expect((scores.scores[worse] ?? 0) < (scores.scores[better] ?? 0))
        }
    }

    @Test(
        "too few works or reviews give none",
        arguments: [(9, 3, false), (10, 2, false), (10, 3, true), (0, 3, false)])
    func tooFew(works: Int, k: Int, isOffered: Bool) {
        let ratings = (0..<works).flatMap { work in
            (0..<k).map { Rating(reviewer: "r\($0)", submission: "w\(work)", score: 70) }
        }
        #expect((CalibratedScores(ratings, k: k) != nil) == isOffered)
    }

    @Test("the order of the ratings changes nothing, and scores stay between 0 and 100")
    func order() throws {
        let ratings = ReviewWorld(.generous, learners: 20, k: 3, seed: 5).ratings
        let scores = try #require(CalibratedScores(ratings, k: 3))
        #expect(CalibratedScores(ratings.reversed(), k: 3) == scores)
        #expect(scores.scores.values.allSatisfy { (0...100).contains($0) })
    }
}
