extension Allocator {
    /// Mends a round that has begun: reviews of those who left go to others, and late works join.
    ///
    /// ```swift
    /// var round = scenario.continued(with: allocation, done: sent)
    /// round.learners[silent].active = false
    /// let mended = allocator.reassign(round, volunteers: willing)
    /// let changes = mended.changes(since: round.kept)
    /// ```
    /// Finished reviews stay where they are and open ones as far as everybody's share allows; a late author's share is
    /// made of others' open reviews, while these take on the late work. Who said yes to one more comes first.
    ///
    /// - Parameters:
    ///   - scenario: the round as it is now; reviews given out are in `kept`, who left is not `active`.
    ///   - volunteers: who takes a further review before anybody else with as many.
    ///   - most: the most reviews that anybody gets in all; one more than each work should have, if nil.
    /// - Returns: who reviews what from now on, with what can no longer be given in `unmet`.
    public func reassign(
        _ scenario: Scenario, volunteers: Set<Learner.ID> = [], most: Int? = nil
    ) -> Allocation {
        var scenario = scenario
        let most = most ?? scenario.k + 1
        for index in scenario.learners.indices {
            let own = scenario.learners[index].maxLoad ?? .max
            scenario.learners[index].maxLoad = min(own, most)
        }
        return allocate(scenario, level: most, volunteers: volunteers)
    }
}

extension Scenario {
    /// The same round once its reviews are given out.
    public func continued(with allocation: Allocation, done: Set<Assignment>) -> Scenario {
        var scenario = self
        scenario.kept = allocation.assignments.map { assignment in
            KeptReview(
                reviewer: assignment.reviewer, submission: assignment.submission,
                state: done.contains(assignment) ? .done : .open)
        }
        return scenario
    }
}
