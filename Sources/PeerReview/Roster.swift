/// A scenario by numbers: learners and works as indices, rules as quick questions.
struct Roster {
    let scenario: Scenario
    /// Indices of the learners who can get new reviews.
    let reviewers: [Int]
    /// The known authors of each work.
    let authors: [[Int]]
    let learnerIndex: [String: Int]
    let workIndex: [String: Int]
    /// Reviews that stay: finished ones.
    let done: [Edge]
    /// How many reviews each learner has finished.
    let finished: [Int]
    private let open: Set<Edge>
    private let active: [Bool]
    private let experienced: [Bool]
    private let offsets: [Int]
    private let languages: [[Int]]
    private let workLanguage: [Int?]
    private let groups: [Int?]
    private let conflicts: [[Int]]
    private let pastAuthors: [[Int]]

    struct Edge: Hashable {
        var reviewer: Int
        var work: Int
    }

    /// What one review costs, by goal.
    struct Cost {
        var repeated = false
        var foreign = false
        var soft = 0
    }

    init(_ scenario: Scenario) {
        self.scenario = scenario
        learnerIndex = Dictionary(
            scenario.learners.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        workIndex = Dictionary(
            scenario.submissions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        let learnerIndex = learnerIndex
        let workIndex = workIndex
        reviewers = scenario.learners.indices.filter {
            scenario.learners[$0].active && learnerIndex[scenario.learners[$0].id] == $0
        }
        authors = scenario.submissions.map { $0.authors.compactMap { learnerIndex[$0] } }

        active = scenario.learners.map(\.active)
        experienced = scenario.learners.map(\.isExperienced)
        offsets = scenario.learners.map(\.utcOffsetMinutes)

        var names = Numbering()
        languages = scenario.learners.map { $0.languages.map { names.number(Self.primary($0)) } }
        workLanguage = scenario.submissions.map {
            $0.language.map { names.number(Self.primary($0)) }
        }
        var groupNames = Numbering()
        groups = scenario.learners.map { $0.group.map { groupNames.number($0) } }

        var conflicts = [[Int]](repeating: [], count: scenario.learners.count)
        for conflict in scenario.conflicts {
            guard let one = learnerIndex[conflict.one], let other = learnerIndex[conflict.other]
            else { continue }
            conflicts[one].append(other)
            conflicts[other].append(one)
        }
        self.conflicts = conflicts
        var past = [[Int]](repeating: [], count: scenario.learners.count)
        for review in scenario.history {
            guard let reviewer = learnerIndex[review.reviewer],
                let author = learnerIndex[review.author], !past[reviewer].contains(author)
            else { continue }
            past[reviewer].append(author)
        }
        pastAuthors = past

        var done: [Edge] = []
        var open: Set<Edge> = []
        var seen: Set<Edge> = []
        for kept in scenario.kept {
            guard let reviewer = learnerIndex[kept.reviewer], let work = workIndex[kept.submission]
            else { continue }
            let edge = Edge(reviewer: reviewer, work: work)
            switch kept.state {
            case .done: if seen.insert(edge).inserted { done.append(edge) }
            case .open: open.insert(edge)
            }
        }
        self.done = done
        var finished = [Int](repeating: 0, count: scenario.learners.count)
        for edge in done { finished[edge.reviewer] += 1 }
        self.finished = finished
        self.open = open.subtracting(seen)
    }

    /// `pt-BR` and `pt` are one language to a reader.
    static func primary(_ tag: String) -> String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    /// Why this learner may not review this work; nil when nothing speaks against it.
    func obstacle(_ learner: Int, _ work: Int) -> Unmet.Reason? {
        let authors = authors[work]
        if !active[learner] { return .inactive }
        if authors.contains(learner) { return .author }
        if scenario.policy.sameGroup == .excluded, let group = groups[learner],
            authors.contains(where: { groups[$0] == group })
        {
            return .group
        }
        let conflicts = conflicts[learner]
        if !conflicts.isEmpty, authors.contains(where: conflicts.contains) { return .conflict }
        if scenario.policy.language == .required, !reads(learner, work) { return .language }
        return nil
    }

    func reads(_ learner: Int, _ work: Int) -> Bool {
        guard let language = workLanguage[work] else { return true }
        return languages[learner].contains(language)
    }

    /// What an allowed review costs.
    func cost(_ learner: Int, _ work: Int) -> Cost {
        var cost = Cost()
        cost.repeated = isRepeat(learner, work)
        cost.foreign = scenario.policy.language == .preferred && !reads(learner, work)
        cost.soft = gap(learner, work)
        // Moving an open review must be worth more than any zone gap.
        if !open.isEmpty {
            let kept = open.contains(Edge(reviewer: learner, work: work))
            cost.soft = kept ? 0 : cost.soft + 2000
        }
        return cost
    }

    /// Whether the learner reviewed one of the authors in an earlier round.
    func isRepeat(_ learner: Int, _ work: Int) -> Bool {
        let past = pastAuthors[learner]
        return !past.isEmpty && authors[work].contains(where: past.contains)
    }

    /// Minutes between the reviewer's clock and the first author's, the short way round the day.
    ///
    /// A team's first author is the one who hands in and talks with the reviewers.
    func gap(_ learner: Int, _ work: Int) -> Int {
        guard let author = authors[work].first else { return 0 }
        let apart = abs(offsets[learner] - offsets[author]) % 1440
        return min(apart, 1440 - apart)
    }

    /// The soft cost of a work without an experienced reviewer, in the unit of `gap`.
    ///
    /// From mean gap / 12 h + 0.5 × share without: times 720 minutes and k reviews a work.
    var missingExperience: Int { 360 * max(1, scenario.k) }

    func isExperienced(_ learner: Int) -> Bool { experienced[learner] }
}

/// Names to consecutive numbers.
struct Numbering {
    private var numbers: [String: Int] = [:]

    mutating func number(_ name: String) -> Int {
        if let number = numbers[name] { return number }
        let number = numbers.count
        numbers[name] = number
        return number
    }
}
