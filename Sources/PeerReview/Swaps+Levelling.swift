extension Swaps {
    /// Spreads reliable reviewers over the works where that changes no other goal.
    ///
    /// The expected number of reviews of a work is the sum of its reviewers' reliabilities.
    mutating func level(steps: Int, chance: inout SplitMix64) {
        guard reviews.count > 1 else { return }
        let reliability = roster.scenario.learners.map { learner in
            learner.reliability.isFinite
                ? Int((max(0, min(1, learner.reliability)) * 1000).rounded()) : 0
        }
        guard Set(reliability).count > 1 else { return }
        var expected = [Int](repeating: 0, count: roster.authors.count)
        for edge in roster.done { expected[edge.work] += 1000 }
        for review in reviews { expected[review.work] += reliability[review.reviewer] }
        for _ in 0..<min(steps, 40 * reviews.count) {
            let one = chance.index(below: reviews.count)
            let two = chance.index(below: reviews.count)
            let (first, second) = (reviews[one], reviews[two])
            let more = reliability[second.reviewer] - reliability[first.reviewer]
            // By how much the sum of squares would change, halved.
            let change = more * (expected[first.work] - expected[second.work] + more)
            guard change < 0, swap(one, two, limit: 0) != nil else { continue }
            expected[first.work] += more
            expected[second.work] -= more
        }
    }
}
