/// Who may review a work, and how many may not, by reason: the facts behind "not enough reviewers".
public struct Eligibility: Hashable, Sendable {
    public let submission: String
    public let language: String?
    public let learners: Int
    public let eligible: Int
    /// Each learner counts once, under the first reason that applies.
    public let obstacles: [Unmet.Reason: Int]
    let k: Int

    /// nil when the scenario has no such submission.
    public init?(of submission: Submission.ID, in scenario: Scenario) {
        let roster = Roster(scenario)
        guard let work = roster.workIndex[submission] else { return nil }
        self.init(of: work, in: roster)
    }

    init(of work: Int, in roster: Roster) {
        var obstacles: [Unmet.Reason: Int] = [:]
        for learner in roster.scenario.learners.indices {
            if let obstacle = roster.obstacle(learner, work) {
                obstacles[obstacle, default: 0] += 1
            } else if roster.scenario.learners[learner].maxLoad.map({ $0 <= 0 }) ?? false {
                obstacles[.load, default: 0] += 1
            }
        }
        submission = roster.scenario.submissions[work].id
        language = roster.scenario.submissions[work].language
        learners = roster.scenario.learners.count
        eligible = learners - obstacles.values.reduce(0, +)
        k = roster.scenario.k
        self.obstacles = obstacles
    }

    func unmet(missing: Int, competitors: Int) -> Unmet {
        let isCrowded = eligible >= k
        let reason =
            isCrowded
            ? .load
            : Unmet.Reason.allCases.max { obstacles[$0] ?? 0 < obstacles[$1] ?? 0 } ?? .load
        return Unmet(
            submission: submission, missing: missing, reason: reason,
            message: "\(shortage(competitors: competitors)) \(missing) "
                + "\(missing == 1 ? "review" : "reviews") short. \(waysOut(missing: missing))")
    }

    private func shortage(competitors: Int) -> String {
        let people = learners == 1 ? "1 learner" : "\(learners) learners"
        let counted = Unmet.Reason.allCases
            .compactMap { reason in obstacles[reason].map { (reason.rawValue, $0) } }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
            .map { "\($0): \($1)" }.joined(separator: ", ")
        let why = counted.isEmpty ? "" : " (\(counted))"
        if eligible == 0 { return "\(submission): none of \(people) may review it\(why);" }
        if eligible < k {
            return "\(submission): only \(eligible) of \(people) may review it\(why);"
        }
        let others = competitors == 1 ? "1 other work" : "\(competitors) other works"
        return "\(submission): \(eligible) of \(people) may review it\(why), "
            + "but their share goes to \(others) as well;"
    }

    private func waysOut(missing: Int) -> String {
        let lower = k - missing
        let first = lower > 0 ? "Lower k to \(lower)" : "Wait for the next learner"
        let reader = language.map { "a reviewer who reads '\($0)'" } ?? "a reviewer"
        return "\(first), add \(reader), or let an instructor review it."
    }
}
