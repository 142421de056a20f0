import PeerReview

/// The best allocation of a tiny round, found by trying all: no flows, no bounds but the best met.
struct Exhaustion {
    /// The goals in their order.
    struct Outcome: Equatable {
        var missing = 0
        var unevenness = 0
        var repeats = 0
        var mutual = 0
        var foreign = 0
        var gap = 0
        var unserved = 0

        func soft(_ scenario: Scenario) -> Double {
            let works = Double(scenario.submissions.count)
            let reviews = works * Double(scenario.k) - Double(missing)
            return (reviews == 0 ? 0 : Double(gap) / 720 / reviews) + Double(unserved) / works / 2
        }
    }

    private(set) var best: Outcome?
    private let scenario: Scenario
    private let eligible: [[Int]]
    private let share: [Int]

    init(_ scenario: Scenario) {
        self.scenario = scenario
        let judge = Judge(scenario: scenario)
        eligible = scenario.submissions.map { work in
            scenario.learners.indices.filter { judge.mayReview(scenario.learners[$0], work) }
        }
        share = judge.share()
        var chosen: [[Int]] = []
        let fewest = scenario.submissions.count * scenario.k - judge.possibleReviews()
        place(&chosen, load: scenario.learners.map { _ in 0 }, missing: fewest)
    }

    private mutating func place(_ chosen: inout [[Int]], load: [Int], missing: Int) {
        guard chosen.count < scenario.submissions.count else {
            let outcome = outcome(chosen, load)
            if best.map({ isBetter(outcome, than: $0) }) ?? true { best = outcome }
            return
        }
        let free = eligible[chosen.count].filter { load[$0] < share[$0] }
        for size in max(0, scenario.k - missing)...scenario.k where size <= free.count {
            for set in Self.subsets(of: free, size: size) {
                var load = load
                for learner in set { load[learner] += 1 }
                chosen.append(set)
                place(&chosen, load: load, missing: missing - (scenario.k - size))
                chosen.removeLast()
            }
        }
    }

    private func isBetter(_ one: Outcome, than other: Outcome) -> Bool {
        let goals = { (outcome: Outcome) in
            (outcome.missing, outcome.unevenness, outcome.repeats, outcome.mutual, outcome.foreign)
        }
        return goals(one) == goals(other)
            ? one.soft(scenario) < other.soft(scenario) : goals(one) < goals(other)
    }

    private func outcome(_ chosen: [[Int]], _ load: [Int]) -> Outcome {
        var outcome = Outcome()
        outcome.unevenness = load.reduce(0) { $0 + $1 * $1 }
        var given: Set<[String]> = []
        for (work, reviewers) in zip(scenario.submissions, chosen) {
            outcome.missing += scenario.k - reviewers.count
            let all = reviewers.map { scenario.learners[$0] }
            if !all.contains(where: { $0.level >= 3 }) { outcome.unserved += 1 }
            for learner in all {
                for author in work.authors { given.insert([learner.id, author]) }
                if scenario.history.contains(where: {
                    $0.reviewer == learner.id && work.authors.contains($0.author)
                }) {
                    outcome.repeats += 1
                }
                if let language = work.language, !learner.languages.contains(language) {
                    outcome.foreign += 1
                }
                let home = scenario.learners.first { $0.id == work.authors.first }
                let apart = abs(learner.utcOffsetMinutes - (home?.utcOffsetMinutes ?? 0)) % 1440
                outcome.gap += min(apart, 1440 - apart)
            }
        }
        outcome.mutual = given.count { $0[0] < $0[1] && given.contains([$0[1], $0[0]]) }
        return outcome
    }

    private static func subsets(of all: [Int], size: Int) -> [[Int]] {
        guard size > 0 else { return [[]] }
        guard all.count >= size else { return [] }
        let rest = Array(all.dropFirst())
        return subsets(of: rest, size: size - 1).map { [all[0]] + $0 }
            + subsets(of: rest, size: size)
    }
}
