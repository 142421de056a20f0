/// A scenario by numbers: learners and works as indices, rules as quick questions.
struct Roster {
    let scenario: Scenario
    /// Indices of the learners who can get new reviews.
    let reviewers: [Int]
    /// The known authors of each work.
    let authors: [[Int]]
    /// The most authors that a work has.
    let mostAuthors: Int
    let learnerIndex: [String: Int]
    let workIndex: [String: Int]
    /// Reviews that stay: finished ones.
    let done: [Edge]
    /// How many reviews each learner has finished.
    let finished: [Int]
    let clocks: Clocks
    /// Whether reviews of this round are given out already, so that each new one is a change.
    let hasOpen: Bool
    /// Whether some said that they would take one more, so that those come first.
    private let isVolunteer: [Bool]
    private let active: [Bool]
    private let experienced: [Bool]
    private let served: [Bool]
    private let languages: [[Int]]
    private let workLanguage: [Int?]
    private let groups: [Int?]
    private let conflicts: [[Int]]
    /// By work and learner: who may get it to review.
    private let allowed: BitTable
    /// By work and learner: who reviewed one of its authors in an earlier round.
    private let repeated: BitTable
    /// By work and learner: who has it to review already.
    private let open: BitTable

    struct Edge: Hashable {
        var reviewer: Int
        var work: Int
    }

    /// What one review costs, by goal.
    struct Cost: Equatable {
        /// It replaces one that was given out.
        var moved = false
        var repeated = false
        var foreign = false
        var soft = 0

        var isSoftOnly: Bool { !moved && !repeated && !foreign }
    }

    init(_ scenario: Scenario, volunteers: Set<Learner.ID> = []) {
        self.scenario = scenario
        isVolunteer = scenario.learners.map { volunteers.contains($0.id) }
        learnerIndex = Dictionary(
            scenario.learners.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        workIndex = Dictionary(
            scenario.submissions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
        let learnerIndex = learnerIndex
        let workIndex = workIndex
        reviewers = scenario.learners.indices.filter {
            scenario.learners[$0].active && learnerIndex[scenario.learners[$0].id] == $0
        }
        authors = scenario.submissions.map { work in
            var known: [Int] = []
            for author in work.authors.compactMap({ learnerIndex[$0] })
            where !known.contains(author) { known.append(author) }
            return known
        }
        mostAuthors = authors.map(\.count).max() ?? 0
        clocks = Clocks(offsets: scenario.learners.map(\.utcOffsetMinutes), authors: authors)

        active = scenario.learners.map(\.active)
        experienced = scenario.learners.map(\.isExperienced)

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
        var served = [Bool](repeating: false, count: scenario.submissions.count)
        for edge in done where scenario.learners[edge.reviewer].isExperienced {
            served[edge.work] = true
        }
        self.served = served
        var finished = [Int](repeating: 0, count: scenario.learners.count)
        for edge in done { finished[edge.reviewer] += 1 }
        self.finished = finished
        open.subtract(seen)
        hasOpen = !open.isEmpty
        var openTable = BitTable(
            rows: open.isEmpty ? 0 : scenario.submissions.count, columns: scenario.learners.count)
        for edge in open { openTable[edge.work, edge.reviewer] = true }
        self.open = openTable

        var allowed = Self.allowed(
            reviewers: reviewers, authors: authors, conflicts: conflicts,
            groups: scenario.policy.sameGroup == .excluded ? groups : [],
            languages: languages,
            workLanguage: scenario.policy.language == .required ? workLanguage : [])
        for edge in done { allowed[edge.work, edge.reviewer] = false }
        self.allowed = allowed
        repeated = Self.repeated(authors: authors, pastAuthors: past)
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

    /// Whether nothing speaks against the review and it is not written yet: the quick form of `obstacle`.
    func mayReview(_ learner: Int, _ work: Int) -> Bool { allowed[work, learner] }

    /// Everybody who may get the work to review, in order.
    func eligible(_ work: Int) -> [Int] { allowed.columns(of: work) }

    func reads(_ learner: Int, _ work: Int) -> Bool {
        guard let language = workLanguage[work] else { return true }
        return languages[learner].contains(language)
    }

    /// What an allowed review costs.
    func cost(_ learner: Int, _ work: Int) -> Cost {
        Cost(
            moved: hasOpen && !open[work, learner],
            repeated: repeated[work, learner],
            foreign: scenario.policy.language == .preferred && !reads(learner, work),
            soft: gap(learner, work))
    }

    /// Whether the learner reviewed one of the authors in an earlier round.
    func isRepeat(_ learner: Int, _ work: Int) -> Bool { repeated[work, learner] }

    /// Minutes between the reviewer's clock and the first author's, the short way round the day.
    func gap(_ learner: Int, _ work: Int) -> Int {
        clocks.gap(clocks.clock(of: learner), clocks.clock(ofWork: work))
    }

    /// Whether an experienced learner has finished a review of the work.
    func isServed(_ work: Int) -> Bool { served[work] }

    /// The fewest finished reviews that a reviewer has.
    var lightest: Int { reviewers.map { finished[$0] }.min() ?? 0 }

    /// What a further review weighs for somebody with so many: more than for anybody with fewer, and at the same
    /// load more than for a volunteer.
    func strain(_ learner: Int, load: Int) -> Int { 2 * load + (isVolunteer[learner] ? 0 : 1) }

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
