/// A matching that is improved by exchanges which leave every load as it is.
///
/// Two reviews r1→s1, r2→s2 become r1→s2, r2→s1; where loads may differ by one, a review may also move from a fuller
/// reviewer to a less full one. Mutual pairs, which no flow can count, go this way.
struct Swaps {
    /// The goals in their order.
    struct Cost: Equatable {
        var moved = 0
        var repeats = 0
        var mutual = 0
        var foreign = 0
        var soft = 0

        /// One number that exchanges are judged by.
        func weight(_ prices: Prices) -> Int {
            moved * prices.moved + repeats * prices.repeated + mutual * prices.mutual
                + foreign * prices.foreign + soft
        }
    }

    /// What the goals are worth in minutes of zone gap.
    struct Prices {
        var moved: Int
        var repeated: Int
        var mutual: Int
        var foreign: Int

        /// What one exchange can change on a level never makes up for one on a higher level.
        static let strict = Prices(
            moved: 20_000_000, repeated: 2_000_000, mutual: 200_000, foreign: 20_000)
        /// A higher goal may be given up for a moment: what is in its way can then be got around.
        static let lenient = Prices(moved: 40_000, repeated: 10_000, mutual: 1000, foreign: 2000)
    }

    /// A review that may move, with its price.
    struct Review {
        var reviewer: Int
        var work: Int
        var price: Roster.Cost
        /// What the search asks all the time: the reviewer's clock, the author's, and whether experience comes along.
        private(set) var clock: Int
        private(set) var home: Int
        private(set) var isExperienced: Bool

        init(_ roster: Roster, _ reviewer: Int, _ work: Int) {
            self.reviewer = reviewer
            self.work = work
            price = roster.cost(reviewer, work)
            clock = roster.clocks.clock(of: reviewer)
            home = roster.clocks.clock(ofWork: work)
            isExperienced = roster.isExperienced(reviewer)
        }

        /// The same reviewer on another review's work.
        func taking(_ other: Review, price: Roster.Cost) -> Review {
            var review = self
            review.work = other.work
            review.home = other.home
            review.price = price
            return review
        }
    }

    let roster: Roster
    let limits: LoadLimits
    private let clocks: Clocks
    var prices = Prices.strict
    private let missingExperience: Int
    private(set) var reviews: [Review]
    private(set) var graph: ReviewGraph
    /// The costs without the mutual pairs, which the graph counts.
    private var counted = Cost()
    private var experience: [Int32]
    /// Whether some have more reviews than others, so that moving one alone can keep loads as equal as they are.
    let isUneven: Bool

    var cost: Cost {
        var cost = counted
        cost.mutual = graph.mutualPairs
        return cost
    }

    var edges: [Roster.Edge] { reviews.map { Roster.Edge(reviewer: $0.reviewer, work: $0.work) } }

    init(_ roster: Roster, _ limits: LoadLimits, _ demand: Demand, edges: [Roster.Edge]) {
        self.roster = roster
        self.limits = limits
        clocks = roster.clocks
        missingExperience = demand.missingExperience
        // By clock, so that reviewers of one clock are neighbours here.
        reviews = edges.map {
            Review(roster, $0.reviewer, $0.work)
        }.sorted {
            ($0.clock, $0.reviewer, $0.work) < ($1.clock, $1.reviewer, $1.work)
        }
        graph = ReviewGraph(
            authors: roster.authors, room: zip(roster.finished, limits.most).map { $0 + $1 })
        experience = [Int32](repeating: 0, count: roster.scenario.submissions.count)
        var load = roster.finished
        for edge in edges { load[edge.reviewer] += 1 }
        let loads = roster.reviewers.map { load[$0] }
        isUneven = loads.min() != loads.max()
        counted.soft = experience.count * missingExperience
        for edge in roster.done {
            graph.add(edge.reviewer, edge.work)
            count(roster.cost(edge.reviewer, edge.work), 1)
            experienced(edge.reviewer, edge.work, 1)
        }
        for review in reviews { add(review) }
    }

    /// Exchanges the works of two reviews when that changes the weight by `limit` at most, and says by how much.
    @discardableResult
    mutating func swap(_ one: Int, _ two: Int, limit: Int) -> Int? {
        let first = reviews[one]
        let second = reviews[two]
        guard first.reviewer != second.reviewer, first.work != second.work else { return nil }
        // The cheap questions first: most exchanges fail here.
        let change =
            clocks.gap(first.clock, second.home) + clocks.gap(second.clock, first.home)
            - first.price.soft - second.price.soft
            + experienceChange(from: first, to: second) + experienceChange(from: second, to: first)
        guard change <= limit + mostSaved || !first.price.isSoftOnly || !second.price.isSoftOnly,
            roster.mayReview(first.reviewer, second.work),
            roster.mayReview(second.reviewer, first.work),
            change <= limit || change - atMostSaved(first) - atMostSaved(second) <= limit,
            !graph.contains(first.reviewer, second.work),
            !graph.contains(second.reviewer, first.work)
        else { return nil }
        let before = cost.weight(prices)
        replace(one, first, two, second)
        let after = cost.weight(prices) - before
        if after <= limit { return after }
        undo(one, first, two, second)
        return nil
    }

    /// Gives a review to somebody with fewer, on the same condition.
    @discardableResult
    mutating func shift(_ one: Int, to reviewer: Int, limit: Int) -> Int? {
        let review = reviews[one]
        guard
            roster.strain(reviewer, load: graph.load(reviewer))
                <= roster.strain(review.reviewer, load: graph.load(review.reviewer) - 1),
            graph.load(reviewer) - roster.finished[reviewer] < limits.most[reviewer],
            roster.mayReview(reviewer, review.work), !graph.contains(reviewer, review.work)
        else { return nil }
        let before = cost.weight(prices)
        remove(review)
        let moved = Review(roster, reviewer, review.work)
        reviews[one] = moved
        add(moved)
        let after = cost.weight(prices) - before
        if after <= limit { return after }
        remove(moved)
        reviews[one] = review
        add(review)
        return nil
    }

    /// Undoes the exchange of two reviews, whatever it costs.
    mutating func swapBack(_ one: Int, _ two: Int) {
        replace(one, reviews[one], two, reviews[two])
    }

    private mutating func replace(_ one: Int, _ first: Review, _ two: Int, _ second: Review) {
        remove(first)
        remove(second)
        reviews[one] = first.taking(second, price: roster.cost(first.reviewer, second.work))
        reviews[two] = second.taking(first, price: roster.cost(second.reviewer, first.work))
        add(reviews[one])
        add(reviews[two])
    }

    private mutating func undo(_ one: Int, _ first: Review, _ two: Int, _ second: Review) {
        remove(reviews[one])
        remove(reviews[two])
        reviews[one] = first
        reviews[two] = second
        add(first)
        add(second)
    }

    /// What two reviews without other faults can save at most: the mutual pairs that they are part of.
    private var mostSaved: Int {
        graph.mutualPairs == 0 ? 0 : 2 * roster.mostAuthors * prices.mutual
    }

    /// What taking a review away can save at most, beside its zone gap and its experience.
    private func atMostSaved(_ review: Review) -> Int {
        var saved = Cost()
        if graph.mutualPairs > 0 { saved.mutual = graph.returned(review.reviewer, review.work) }
        if !review.price.isSoftOnly {
            saved.moved = review.price.moved ? 1 : 0
            saved.repeats = review.price.repeated ? 1 : 0
            saved.foreign = review.price.foreign ? 1 : 0
        }
        return saved.weight(prices)
    }

    /// What the experience of a work comes to cost when its reviewer goes to the other work and that one's comes.
    private func experienceChange(from review: Review, to other: Review) -> Int {
        let leaving = review.isExperienced
        guard leaving != other.isExperienced else { return 0 }
        let count = experience[review.work]
        if leaving { return count == 1 ? missingExperience : 0 }
        return count == 0 ? -missingExperience : 0
    }

    private mutating func add(_ review: Review) {
        graph.add(review.reviewer, review.work)
        count(review.price, 1)
        experienced(review.reviewer, review.work, 1)
    }

    private mutating func remove(_ review: Review) {
        graph.remove(review.reviewer, review.work)
        count(review.price, -1)
        experienced(review.reviewer, review.work, -1)
    }

    private mutating func count(_ price: Roster.Cost, _ sign: Int) {
        counted.soft += sign * price.soft
        if price.isSoftOnly { return }
        counted.moved += price.moved ? sign : 0
        counted.repeats += price.repeated ? sign : 0
        counted.foreign += price.foreign ? sign : 0
    }

    private mutating func experienced(_ reviewer: Int, _ work: Int, _ sign: Int) {
        guard roster.isExperienced(reviewer) else { return }
        let before = experience[work]
        experience[work] = before + Int32(sign)
        if before == 0 { counted.soft -= missingExperience }
        if before + Int32(sign) == 0 { counted.soft += missingExperience }
    }
}

extension Swaps.Cost: Comparable {
    static func < (a: Self, b: Self) -> Bool {
        (a.moved, a.repeats, a.mutual, a.foreign, a.soft)
            < (b.moved, b.repeats, b.mutual, b.foreign, b.soft)
    }
}
