/// The new reviews each work should get, and what they weigh against each other.
struct Demand {
    private(set) var byWork: [Int]
    /// The soft cost of a work without an experienced reviewer, in minutes of zone gap.
    ///
    /// From mean gap / 12 h + 0.5 × share of works without: times 720 minutes and all reviews, which are fewer where
    /// some cannot be given.
    private(set) var missingExperience: Int

    var total: Int { byWork.reduce(0, +) }

    init(_ roster: Roster) {
        let scenario = roster.scenario
        byWork = scenario.submissions.indices.map { work in
            roster.workIndex[scenario.submissions[work].id] == work ? max(0, scenario.k) : 0
        }
        for edge in roster.done { byWork[edge.work] = max(0, byWork[edge.work] - 1) }
        missingExperience = 0
        missingExperience = experience(reviews: total + roster.done.count)
    }

    /// Weighs experience by the reviews that can be given; false when that changes nothing.
    mutating func lack(_ missing: Int, _ roster: Roster) -> Bool {
        let weighed = experience(reviews: total + roster.done.count - missing)
        defer { missingExperience = weighed }
        return weighed != missingExperience
    }

    private func experience(reviews: Int) -> Int {
        let works = max(1, byWork.count)
        return (720 * reviews + works) / (2 * works)
    }
}
