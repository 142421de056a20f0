extension Allocation {
    /// Every hard rule of the scenario that this allocation breaks; empty when it may be posted.
    ///
    /// Reads the scenario as it is written, by names, and shares nothing with the search that made the allocation.
    public func violations(in scenario: Scenario) -> [Violation] {
        let check = Check(scenario, self)
        return check.edges() + check.counts() + check.loads() + check.kept()
    }
}

private struct Check {
    let scenario: Scenario
    let allocation: Allocation
    let learners: [String: Learner]
    let submissions: [String: Submission]
    let done: Set<Assignment>
    let conflicts: Set<Conflict>

    init(_ scenario: Scenario, _ allocation: Allocation) {
        self.scenario = scenario
        self.allocation = allocation
        learners = Dictionary(
            scenario.learners.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        submissions = Dictionary(
            scenario.submissions.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        conflicts = Set(scenario.conflicts)
        let known = (learners, submissions)
        done = Set(
            scenario.kept.filter {
                $0.state == .done && known.0[$0.reviewer] != nil && known.1[$0.submission] != nil
            }.map { Assignment(reviewer: $0.reviewer, submission: $0.submission) })
    }

    func edges() -> [Violation] {
        var seen: Set<Assignment> = []
        var found: [Violation] = []
        for assignment in allocation.assignments {
            if !seen.insert(assignment).inserted { found.append(.duplicate(assignment)) }
            // A finished review stays whatever the rules say now.
            if done.contains(assignment) { continue }
            guard let learner = learners[assignment.reviewer],
                let work = submissions[assignment.submission]
            else {
                found.append(.unknown(assignment))
                continue
            }
            if let broken = rule(learner, work, assignment) { found.append(broken) }
        }
        return found
    }

    private func rule(_ learner: Learner, _ work: Submission, _ edge: Assignment) -> Violation? {
        if work.authors.contains(learner.id) { return .ownWork(edge) }
        if !learner.active { return .inactive(edge) }
        for author in work.authors {
            if scenario.policy.sameGroup == .excluded, let group = learner.group,
                learners[author]?.group == group
            {
                return .sameGroup(edge)
            }
            if conflicts.contains(Conflict(learner.id, author))
                || conflicts.contains(Conflict(author, learner.id))
            {
                return .conflict(edge)
            }
        }
        if scenario.policy.language == .required, let language = work.language,
            !learner.languages.contains(where: { Roster.primary($0) == Roster.primary(language) })
        {
            return .language(edge)
        }
        return nil
    }

    func counts() -> [Violation] {
        var got: [String: Int] = [:]
        for assignment in allocation.assignments { got[assignment.submission, default: 0] += 1 }
        var said: [String: Int] = [:]
        for unmet in allocation.unmet { said[unmet.submission, default: 0] += unmet.missing }
        return submissions.keys.sorted().compactMap { id in
            let finished = done.count { $0.submission == id }
            let wanted = max(finished, max(0, scenario.k))
            let (got, said) = (got[id] ?? 0, said[id] ?? 0)
            return got + said == wanted && said >= 0
                ? nil : .reviews(submission: id, got: got, missingSaid: said, k: scenario.k)
        }
    }

    func kept() -> [Violation] {
        let present = Set(allocation.assignments)
        return scenario.kept.filter {
            let assignment = Assignment(reviewer: $0.reviewer, submission: $0.submission)
            return done.contains(assignment) && !present.contains(assignment)
        }.map(Violation.lost)
    }

    func loads() -> [Violation] {
        var load: [String: Int] = [:]
        for assignment in allocation.assignments { load[assignment.reviewer, default: 0] += 1 }
        var finished: [String: Int] = [:]
        for assignment in done { finished[assignment.reviewer, default: 0] += 1 }
        var found: [Violation] = []
        for learner in learners.values.sorted(by: { $0.id < $1.id }) {
            let load = load[learner.id] ?? 0
            let limit = max(learner.maxLoad ?? .max, finished[learner.id] ?? 0)
            if load > limit {
                found.append(.overloaded(reviewer: learner.id, load: load, limit: limit))
            }
        }
        return found + unequal(load, finished)
    }

    /// Somebody has at least two more new or old reviews than somebody else who could take one of the new ones.
    private func unequal(_ load: [String: Int], _ finished: [String: Int]) -> [Violation] {
        let new = allocation.assignments.filter { !done.contains($0) }
        let present = Set(allocation.assignments)
        let heaviest = new.map { load[$0.reviewer] ?? 0 }.max() ?? 0
        var found: [Violation] = []
        for learner in learners.values.sorted(by: { $0.id < $1.id }) where learner.active {
            let own = load[learner.id] ?? 0
            guard own + 2 <= heaviest, own < learner.maxLoad ?? .max else { continue }
            let couldTake = new.contains { edge in
                let move = Assignment(reviewer: learner.id, submission: edge.submission)
                guard load[edge.reviewer] ?? 0 >= own + 2, !present.contains(move),
                    let work = submissions[edge.submission]
                else { return false }
                return rule(learner, work, move) == nil
            }
            if couldTake { found.append(.unequalLoad(reviewer: learner.id, load: own)) }
        }
        return found
    }
}
