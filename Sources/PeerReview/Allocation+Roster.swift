extension Allocation {
    /// Puts names to indices and reasons to what is missing.
    init(
        _ roster: Roster, edges: [Roster.Edge], missing: [Int], competitors: [Int: Int]
    ) {
        let scenario = roster.scenario
        let all = (roster.done + edges).sorted { ($0.reviewer, $0.work) < ($1.reviewer, $1.work) }
        self.init(
            assignments: all.map {
                Assignment(
                    reviewer: scenario.learners[$0.reviewer].id,
                    submission: scenario.submissions[$0.work].id)
            },
            unmet: missing.indices.filter { missing[$0] > 0 }.map { work in
                Eligibility(of: work, in: roster)
                    .unmet(missing: missing[work], competitors: competitors[work] ?? 0)
            })
    }
}
