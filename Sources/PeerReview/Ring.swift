/// The simplest fair allocation: learners in a circle, each reviews the next works that the rules allow.
///
/// The fallback should a matching ever fail its verification. Loads keep their limits by construction.
struct Ring {
    private(set) var edges: [Roster.Edge] = []
    private(set) var missing: [Int]

    init(_ roster: Roster, _ limits: LoadLimits, _ demand: Demand, chance: inout SplitMix64) {
        missing = demand.byWork
        var circle = roster.reviewers
        chance.shuffle(&circle)
        guard !circle.isEmpty else { return }
        var place = [Int](repeating: 0, count: roster.scenario.learners.count)
        for (position, learner) in circle.enumerated() { place[learner] = position }
        var room = limits.most
        var taken: Set<Roster.Edge> = []
        let works = demand.byWork.indices.sorted { a, b in
            let first = roster.authors[a].first.map { place[$0] } ?? 0
            let second = roster.authors[b].first.map { place[$0] } ?? 0
            return (first, a) < (second, b)
        }
        // One review for every work before a second for any: who comes last is not left with nothing.
        for _ in 0..<(demand.byWork.max() ?? 0) {
            for work in works where missing[work] > 0 {
                let start = (roster.authors[work].first.map { place[$0] } ?? 0) + circle.count - 1
                let next = circle.indices.lazy.map {
                    circle[(start + circle.count - $0) % circle.count]
                }
                .first { learner in
                    room[learner] > 0 && roster.mayReview(learner, work)
                        && !taken.contains(Roster.Edge(reviewer: learner, work: work))
                }
                guard let next else { continue }
                let edge = Roster.Edge(reviewer: next, work: work)
                edges.append(edge)
                taken.insert(edge)
                room[next] -= 1
                missing[work] -= 1
            }
        }
    }
}
