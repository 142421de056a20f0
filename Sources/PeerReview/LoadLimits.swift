/// How many new reviews each reviewer gives at most, so that loads are as equal as limits allow.
///
/// Water is filled in: the lowest level at which everybody together can give all reviews. Without limits of their own
/// or finished reviews, that is the ceiling of k times works by reviewers.
struct LoadLimits {
    let most: [Int]

    /// - Parameters:
    ///   - demand: new reviews to give.
    ///   - done: what each reviewer has given already.
    ///   - limits: the most each reviewer takes in all.
    ///   - level: how far the water may rise, though less would do if everybody could review everything.
    init(demand: Int, done: [Int], limits: [Int], level: Int = 0) {
        func most(at level: Int) -> [Int] {
            zip(done, limits).map { max(0, min($1, level) - $0) }
        }
        var low = level
        var high = level + demand + (done.max() ?? 0)
        while low < high {
            let level = (low + high) / 2
            if most(at: level).reduce(0, +) >= demand { high = level } else { low = level + 1 }
        }
        self.most = most(at: low)
    }
}

extension LoadLimits {
    /// The limits of a round: nobody inactive, nobody beyond a limit of one's own.
    init(_ demand: Demand, _ roster: Roster, level: Int = 0) {
        let learners = roster.scenario.learners
        var limits = [Int](repeating: 0, count: learners.count)
        for learner in roster.reviewers {
            // Nobody can review more works than there are, so the water need not rise beyond.
            limits[learner] = min(learners[learner].maxLoad ?? .max, demand.byWork.count)
        }
        self.init(demand: demand.total, done: roster.finished, limits: limits, level: level)
    }
}
