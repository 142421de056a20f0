import PeerReview

/// A second opinion on allocations, written from the specification alone.
struct Judge {
    let scenario: Scenario

    func mayReview(_ learner: Learner, _ work: Submission) -> Bool {
        guard learner.active, !work.authors.contains(learner.id) else { return false }
        let authors = scenario.learners.filter { work.authors.contains($0.id) }
        if scenario.policy.sameGroup == .excluded, learner.group != nil,
            authors.contains(where: { $0.group == learner.group })
        {
            return false
        }
        let enemies = scenario.conflicts.flatMap { pair in
            pair.one == learner.id ? [pair.other] : pair.other == learner.id ? [pair.one] : []
        }
        if work.authors.contains(where: enemies.contains) { return false }
        guard scenario.policy.language == .required, let language = work.language else {
            return true
        }
        return learner.languages.contains(language)
    }

    /// The reviews that can be given at all when nobody gives more than the equal share: a maximum flow, by search.
    func possibleReviews() -> Int {
        let share = share()
        var takers: [[Int]] = scenario.submissions.map { _ in [] }
        var given = [Int](repeating: 0, count: scenario.learners.count)
        var visited: Set<Int> = []

        func place(_ work: Int) -> Bool {
            for (index, learner) in scenario.learners.enumerated()
            where !visited.contains(index) && !takers[work].contains(index)
                && mayReview(learner, scenario.submissions[work])
            {
                visited.insert(index)
                if given[index] < share[index] {
                    given[index] += 1
                    takers[work].append(index)
                    return true
                }
                for other in takers.indices where other != work && takers[other].contains(index) {
                    takers[other].removeAll { $0 == index }
                    if place(other) {
                        takers[work].append(index)
                        return true
                    }
                    takers[other].append(index)
                }
            }
            return false
        }

        var count = 0
        for work in takers.indices {
            for _ in 0..<scenario.k {
                visited = []
                if place(work) { count += 1 }
            }
        }
        return count
    }

    /// The most reviews each learner gives at the lowest level that covers all that is wanted.
    func share() -> [Int] {
        let wanted = scenario.k * scenario.submissions.count
        func shares(_ level: Int) -> [Int] {
            scenario.learners.map { $0.active ? min(level, $0.maxLoad ?? level) : 0 }
        }
        let level = (0...scenario.submissions.count).first {
            shares($0).reduce(0, +) >= wanted
        }
        return shares(level ?? scenario.submissions.count)
    }

    func mutualPairs(_ allocation: Allocation) -> Int {
        var reviewed: Set<[String]> = []
        for assignment in allocation.assignments {
            for work in scenario.submissions where work.id == assignment.submission {
                for author in work.authors { reviewed.insert([assignment.reviewer, author]) }
            }
        }
        return reviewed.count { $0[0] < $0[1] && reviewed.contains([$0[1], $0[0]]) }
    }
}
