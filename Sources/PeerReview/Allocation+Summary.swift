extension Allocation {
    /// The figures that a preview shows.
    public struct Summary: Hashable, Sendable {
        /// Learners who review something.
        public var reviewers: Int
        public var works: Int
        public var reviews: Int
        public var missing: Int
        /// Reviews by somebody who reviewed the same author in an earlier round.
        public var repeats: Int
        /// Pairs of learners who review each other.
        public var mutualPairs: Int
        public var meanZoneGapHours: Double
        /// The share of works with at least one experienced reviewer, 0 … 1.
        public var experiencedShare: Double
        /// Mean zone gap / 12 h + half the share of works without an experienced reviewer: less is better.
        public var softCost: Double
        public var leastLoad: Int
        public var greatestLoad: Int
    }

    public func summary(of scenario: Scenario) -> Summary {
        let roster = Roster(scenario)
        let edges = assignments.compactMap { assignment -> Roster.Edge? in
            guard let reviewer = roster.learnerIndex[assignment.reviewer],
                let work = roster.workIndex[assignment.submission]
            else { return nil }
            return Roster.Edge(reviewer: reviewer, work: work)
        }
        var load = [Int](repeating: 0, count: scenario.learners.count)
        var experienced: Set<Int> = []
        var pairs: Set<Pair> = []
        var gap = 0
        var repeats = 0
        for edge in edges {
            load[edge.reviewer] += 1
            gap += roster.gap(edge.reviewer, edge.work)
            if roster.isRepeat(edge.reviewer, edge.work) { repeats += 1 }
            if roster.isExperienced(edge.reviewer) { experienced.insert(edge.work) }
            for author in roster.authors[edge.work] {
                pairs.insert(Pair(from: edge.reviewer, to: author))
            }
        }
        let mutual = pairs.count {
            $0.from < $0.to && pairs.contains(Pair(from: $0.to, to: $0.from))
        }
        let works = scenario.submissions.count
        let hours = edges.isEmpty ? 0 : Double(gap) / 60 / Double(edges.count)
        let share = works == 0 ? 0 : Double(experienced.count) / Double(works)
        return Summary(
            reviewers: load.count { $0 > 0 }, works: works, reviews: edges.count,
            missing: unmet.reduce(0) { $0 + $1.missing }, repeats: repeats, mutualPairs: mutual,
            meanZoneGapHours: hours, experiencedShare: share,
            softCost: hours / 12 + (works == 0 ? 0 : 0.5 * (1 - share)),
            leastLoad: roster.reviewers.map { load[$0] }.min() ?? 0,
            greatestLoad: load.max() ?? 0)
    }

    private struct Pair: Hashable {
        var from: Int
        var to: Int
    }
}
