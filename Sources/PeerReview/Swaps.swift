/// A matching that is improved by exchanges which leave every load as it is.
///
/// Two reviews r1→s1, r2→s2 become r1→s2, r2→s1; where loads may differ by one, a review may also move from a fuller
/// reviewer to a less full one. Mutual pairs, which no flow can count, go this way.
struct Swaps {
    /// The goals in their order.
    struct Cost: Comparable {
        var repeats = 0
        var mutual = 0
        var foreign = 0
        var soft = 0

        static func < (a: Cost, b: Cost) -> Bool {
            (a.repeats, a.mutual, a.foreign, a.soft) < (b.repeats, b.mutual, b.foreign, b.soft)
        }

        static func - (a: Cost, b: Cost) -> Cost {
            Cost(
                repeats: a.repeats - b.repeats, mutual: a.mutual - b.mutual,
                foreign: a.foreign - b.foreign, soft: a.soft - b.soft)
        }

        /// One number for the annealing: a mutual pair may come back for a moment, at a price.
        var weight: Int { repeats * 20_000 + mutual * 6_000 + foreign * 3_000 + soft }
    }

    let roster: Roster
    private let limits: LoadLimits
    /// The reviews that may move.
    private(set) var edges: [Roster.Edge]
    private(set) var cost = Cost()
    /// All works a learner reviews, finished reviews included.
    private var given: [[Int]]
    private var experience: [Int]
    /// Whether some have more reviews than others, so that moving one alone can keep loads as equal as they are.
    private let isUneven: Bool

    init(_ roster: Roster, _ limits: LoadLimits, edges: [Roster.Edge]) {
        self.roster = roster
        self.limits = limits
        self.edges = edges
        given = [[Int]](repeating: [], count: roster.scenario.learners.count)
        experience = [Int](repeating: 0, count: roster.scenario.submissions.count)
        var load = roster.finished
        for edge in edges { load[edge.reviewer] += 1 }
        let loads = roster.reviewers.map { load[$0] }
        isUneven = loads.min() != loads.max()
        cost.soft = experience.count * roster.missingExperience
        for edge in roster.done { add(edge) }
        for edge in edges { add(edge) }
    }

    /// Anneals for a number of steps and leaves the best matching met.
    mutating func anneal(steps: Int, chance: inout SplitMix64) {
        guard steps > 0, edges.count > 0 else { return }
        var best = edges
        var bestCost = cost
        for step in 0..<steps {
            let left = 1 - Double(step) / Double(steps)
            let before = cost
            guard let move = tryMove(&chance) else { continue }
            let change = (cost - before).weight
            // Worse by an amount that gets rarer with its size and with time.
            if change > 0, Double(change) >= (2 + 80 * left * left) * chance.exponential() {
                revert(move)
            } else if cost < bestCost {
                bestCost = cost
                best = edges
            }
        }
        self = Swaps(roster, limits, edges: best)
    }

    private enum Move {
        case swap(Int, Int)
        case shift(Int, from: Int)
    }

    private mutating func tryMove(_ chance: inout SplitMix64) -> Move? {
        let one = chance.index(below: edges.count)
        let first = edges[one]
        if isUneven, chance.next() & 3 == 0 {
            let other = roster.reviewers[chance.index(below: roster.reviewers.count)]
            guard given[other].count < given[first.reviewer].count,
                given[other].count - roster.finished[other] < limits.most[other],
                may(other, first.work)
            else { return nil }
            shift(one, to: other)
            return .shift(one, from: first.reviewer)
        }
        let two = chance.index(below: edges.count)
        let second = edges[two]
        guard first.reviewer != second.reviewer, first.work != second.work,
            may(first.reviewer, second.work), may(second.reviewer, first.work)
        else { return nil }
        swap(one, two)
        return .swap(one, two)
    }

    private func may(_ learner: Int, _ work: Int) -> Bool {
        !given[learner].contains(work) && roster.obstacle(learner, work) == nil
    }

    private mutating func revert(_ move: Move) {
        switch move {
        case .swap(let one, let two): swap(one, two)
        case .shift(let edge, let reviewer): shift(edge, to: reviewer)
        }
    }

    private mutating func swap(_ one: Int, _ two: Int) {
        let first = edges[one]
        let second = edges[two]
        remove(first)
        remove(second)
        edges[one].work = second.work
        edges[two].work = first.work
        add(edges[one])
        add(edges[two])
    }

    private mutating func shift(_ edge: Int, to reviewer: Int) {
        remove(edges[edge])
        edges[edge].reviewer = reviewer
        add(edges[edge])
    }

    private mutating func add(_ edge: Roster.Edge) {
        for author in roster.authors[edge.work]
        where reviews(author, edge.reviewer) && !reviews(edge.reviewer, author) {
            cost.mutual += 1
        }
        given[edge.reviewer].append(edge.work)
        count(edge, 1)
        if roster.isExperienced(edge.reviewer) {
            if experience[edge.work] == 0 { cost.soft -= roster.missingExperience }
            experience[edge.work] += 1
        }
    }

    private mutating func remove(_ edge: Roster.Edge) {
        guard let position = given[edge.reviewer].firstIndex(of: edge.work) else { return }
        given[edge.reviewer].remove(at: position)
        for author in roster.authors[edge.work]
        where reviews(author, edge.reviewer) && !reviews(edge.reviewer, author) {
            cost.mutual -= 1
        }
        count(edge, -1)
        if roster.isExperienced(edge.reviewer) {
            experience[edge.work] -= 1
            if experience[edge.work] == 0 { cost.soft += roster.missingExperience }
        }
    }

    private mutating func count(_ edge: Roster.Edge, _ sign: Int) {
        let price = roster.cost(edge.reviewer, edge.work)
        cost.soft += sign * price.soft
        cost.repeats += price.repeated ? sign : 0
        cost.foreign += price.foreign ? sign : 0
    }

    /// Whether one learner reviews a work of another.
    private func reviews(_ learner: Int, _ author: Int) -> Bool {
        given[learner].contains { roster.authors[$0].contains(author) }
    }
}
