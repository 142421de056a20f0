extension Swaps {
    /// Connects the parts of the review graph by the cheapest exchanges, each for `price` minutes of zone gap at most.
    ///
    /// Learners in a part of their own would compare themselves with nobody else.
    mutating func join(price: Int) {
        var parts = Parts(self)
        while parts.count > 1 {
            guard joinOnce(price: price, parts) else { return }
            let joined = Parts(self)
            guard joined.count < parts.count else { return }
            parts = joined
        }
    }

    /// Makes one exchange between the smallest part that has one and another; false when there is none.
    private mutating func joinOnce(price: Int, _ parts: Parts) -> Bool {
        let members = Dictionary(grouping: reviews.indices) { parts.part(of: reviews[$0].reviewer) }
        let smallestFirst = members.sorted { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
        for (part, inside) in smallestFirst {
            var best: (one: Int, two: Int, change: Int)?
            for one in inside.prefix(48) {
                for two in reviews.indices where parts.part(of: reviews[two].reviewer) != part {
                    let limit = min(price, (best?.change ?? .max) - 1)
                    guard let change = swap(one, two, limit: limit) else { continue }
                    // Two reviews that each held a part together would leave as many parts as before.
                    if Parts(self).count < parts.count { best = (one, two, change) }
                    swapBack(one, two)
                }
            }
            if let best {
                swap(best.one, best.two, limit: best.change)
                return true
            }
        }
        return false
    }
}

/// Which learners are connected by reviews, in either direction.
private struct Parts {
    private var parents: [Int]
    private(set) var count: Int

    init(_ swaps: Swaps) {
        let roster = swaps.roster
        parents = Array(roster.scenario.learners.indices)
        var isInvolved = [Bool](repeating: false, count: parents.count)
        count = 0
        for edge in roster.done + swaps.edges {
            for learner in [edge.reviewer] + roster.authors[edge.work] where !isInvolved[learner] {
                isInvolved[learner] = true
                count += 1
            }
            for author in roster.authors[edge.work] {
                let (one, other) = (root(edge.reviewer), root(author))
                guard one != other else { continue }
                parents[one] = other
                count -= 1
            }
        }
        for learner in parents.indices { parents[learner] = root(learner) }
    }

    func part(of learner: Int) -> Int { parents[learner] }

    private mutating func root(_ learner: Int) -> Int {
        var learner = learner
        while parents[learner] != learner {
            parents[learner] = parents[parents[learner]]
            learner = parents[learner]
        }
        return learner
    }
}
