extension Swaps {
    /// The best that repairs and a number of random exchanges find.
    mutating func improve(steps: Int, chance: inout SplitMix64) {
        repair()
        // A few works leave little to choose: steps in proportion to the pairs of reviews.
        let steps = min(steps, max(20_000, 5 * reviews.count * reviews.count))
        var other = self
        other.prices = .lenient
        other.anneal(steps: steps, heat: 60, chance: &chance)
        other.prices = .strict
        other.repair()
        other.anneal(steps: steps / 8, heat: 15, chance: &chance)
        if other.cost < cost { self = other }
    }

    /// Exchanges at random, where worse gets rarer with its size and with time; leaves the best of its looks.
    mutating func anneal(steps: Int, heat: Double, chance: inout SplitMix64) {
        guard steps > 0, reviews.count > 1 else { return }
        let partners = Partners(self)
        var best = self
        let looks = 32
        for look in 0..<looks {
            for step in steps * look / looks..<steps * (look + 1) / looks {
                let left = 1 - Double(step) / Double(steps)
                let limit = Int(heat * left * left * chance.exponential())
                propose(step, partners, limit: limit, chance: &chance)
            }
            if look >= looks / 2, cost.weight(prices) < best.cost.weight(prices) { best = self }
        }
        if best.cost.weight(prices) < cost.weight(prices) { self = best }
    }

    private mutating func propose(
        _ step: Int, _ partners: Partners, limit: Int, chance: inout SplitMix64
    ) {
        let one = chance.index(below: reviews.count)
        if isUneven, step & 3 == 0 {
            let other = partners.reviewers[chance.index(below: partners.reviewers.count)]
            shift(one, to: other, limit: limit)
            return
        }
        // A quarter of the partners are reviewers by the author's clock: these exchanges save most.
        var range = 0..<reviews.count
        if step & 7 == 2 || step & 7 == 3 { range = partners.near(work: reviews[one].work) }
        if range.isEmpty { range = 0..<reviews.count }
        let two = range.lowerBound + chance.index(below: range.count)
        swap(one, two, limit: limit)
    }

    /// Replaces each review that breaks more than a soft goal by the best exchange there is, as long as that helps.
    ///
    /// - Parameter tries: after so many the rest stays as it is: in a large round with much that is unavoidable.
    mutating func repair(tries: Int = 30_000_000) {
        var left = tries
        var isBetter = true
        while isBetter {
            isBetter = false
            for one in reviews.indices where left > 0 && isFaulty(reviews[one]) {
                left -= reviews.count
                var best: (two: Int, change: Int)?
                for two in reviews.indices {
                    let limit = (best?.change ?? 0) - 1
                    guard let change = swap(one, two, limit: limit) else { continue }
                    swapBack(one, two)
                    best = (two, change)
                }
                guard let best else { continue }
                swap(one, best.two, limit: best.change)
                isBetter = true
            }
        }
    }

    private func isFaulty(_ review: Review) -> Bool {
        !review.price.isSoftOnly || graph.returned(review.reviewer, review.work) > 0
    }
}

/// Where the reviews stand whose reviewers live by a given clock.
private struct Partners {
    let reviewers: [Int]
    private let clocks: Clocks
    /// By clock; all of them for works without a known author.
    private let ranges: [Range<Int>]

    init(_ swaps: Swaps) {
        reviewers = swaps.roster.reviewers
        clocks = swaps.roster.clocks
        var counts = [Int](repeating: 0, count: clocks.offsets.count)
        for review in swaps.reviews { counts[clocks.clock(of: review.reviewer)] += 1 }
        var ranges: [Range<Int>] = []
        var start = 0
        for count in counts {
            ranges.append(start..<start + count)
            start += count
        }
        self.ranges = ranges + [0..<start]
    }

    func near(work: Int) -> Range<Int> { ranges[clocks.clock(ofWork: work)] }
}
