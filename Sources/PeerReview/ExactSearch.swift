/// The proven best matching of a small round, mutual pairs included.
///
/// A flow cannot count mutual pairs, but it can be charged for both halves of each: whatever the charges, what it costs
/// less all charges is a bound that no matching goes below. Good charges bring the bound close to the best matching
/// met, what costs more than is between the two is closed, and branching on the pairs that are left closes the gap.
struct ExactSearch {
    /// Two arcs that together make two learners review each other.
    private struct Pair {
        var one: Int
        var other: Int
    }

    /// A part of the search: which arcs are closed, which pairs are paid for, what the others are charged.
    private struct Part {
        var closed: Set<Int> = []
        var settled: Set<Int> = []
        var paid = 0
        var charges: [Int]
        var bound = Int.min
    }

    private let graph: MatchingGraph
    private let pairs: [Pair]
    /// By arc: what it costs that it returns a finished review.
    private let returned: [Int: Int]
    /// The greatest number that all costs are multiples of.
    private let unit: Int
    private let roster: Roster
    private let limits: LoadLimits
    /// Decides which exchanges are tried; the same in every search.
    private var chance = SplitMix64(seed: 0)
    /// The matching that the best one was made of, which gives as many reviews to each work.
    private(set) var best: FlowMatching?
    /// The best reviews met.
    private(set) var edges: [Roster.Edge]
    private var bestCost: Int
    /// Whether a mutual pair is two arcs and no more; else one may be counted several times.
    private let countsPairsOnce: Bool
    /// Whether nothing is better than `best`, or than the matching given where there is none.
    private(set) var isProven = false
    private let missing: Int
    private var flowsLeft: Int

    /// nil where the round is too large.
    init?(
        _ roster: Roster, _ limits: LoadLimits, _ demand: Demand, known: [Roster.Edge],
        flows: Int
    ) {
        let works = roster.scenario.submissions.indices
        let authors = works.flatMap { roster.authors[$0] }
        let size = works.reduce(0) { $0 + roster.eligible($1).count }
        guard (1...160).contains(size) else { return nil }
        countsPairsOnce = Set(authors).count == authors.count
        var chance = SplitMix64(seed: 0)
        let candidates = Candidates(roster, perWork: .max, chance: &chance)
        let gaps = works.flatMap { work in roster.eligible(work).map { roster.gap($0, work) } }
        unit = max(1, gaps.reduce(demand.missingExperience, Self.commonDivisor))
        graph = MatchingGraph(roster, limits, demand, candidates: candidates, unit: unit)

        var arcs: [Roster.Edge: Int] = [:]
        for (index, arc) in graph.arcs.enumerated() { arcs[arc.edge] = index }
        var worksOf: [Int: [Int]] = [:]
        for work in works {
            for author in roster.authors[work] { worksOf[author, default: []].append(work) }
        }
        let done = Set(roster.done)
        var pairs: [Pair] = []
        var returned: [Int: Int] = [:]
        for (index, arc) in graph.arcs.enumerated() {
            for own in worksOf[arc.edge.reviewer] ?? [] {
                for author in roster.authors[arc.edge.work] {
                    let back = Roster.Edge(reviewer: author, work: own)
                    if done.contains(back) { returned[index, default: 0] += graph.levels.mutual }
                    if let other = arcs[back], index < other {
                        pairs.append(Pair(one: index, other: other))
                    }
                }
            }
        }
        self.roster = roster
        self.limits = limits
        edges = known
        self.pairs = pairs
        self.returned = returned
        flowsLeft = flows
        missing = demand.total - known.count
        bestCost = .max
        bestCost = cost(known)
    }

    /// Looks until the best is proven or the flows are used up.
    mutating func run() {
        var open = [Part(charges: pairs.map { _ in 0 })]
        // Where pairs cannot be avoided, charges near the full price are the right ones to start from.
        var dear = Part(charges: pairs.map { _ in graph.levels.mutual })
        tighten(&open[0], rounds: 1)
        tighten(&dear, rounds: 1)
        if dear.bound > open[0].bound { open[0] = dear }
        var rounds = 120
        while let index = open.indices.min(by: { open[$0].bound < open[$1].bound }) {
            var part = open.remove(at: index)
            guard flowsLeft > 0 else { return }
            guard let pair = tighten(&part, rounds: rounds) else { continue }
            rounds = 16
            // Each matching is in one of these: without the one half, without the other, or with both and paid.
            for half in [pairs[pair].one, pairs[pair].other] {
                var child = part
                child.closed.insert(half)
                // The closed arc is in no pair any more, so that its charges fall away with it.
                for other in pairs.indices
                where pairs[other].one == half || pairs[other].other == half {
                    child.settled.insert(other)
                }
                open.append(child)
            }
            part.settled.insert(pair)
            part.paid += graph.levels.mutual
            open.append(part)
        }
        isProven = countsPairsOnce
    }

    /// Moves the charges so that the bound rises; the pair to branch on, or nil when nothing better is in this part.
    @discardableResult
    private mutating func tighten(_ part: inout Part, rounds: Int) -> Int? {
        var free = pairs.indices.filter { !part.settled.contains($0) }
        let price = graph.levels.mutual
        var charges = part.charges
        var highest = Int.min
        var worst: Int?
        var pace = 1.0
        var round = 0
        while round < rounds || worst == nil {
            round += 1
            flowsLeft -= 1
            let matching = graph.matching(surcharges: surcharges(part, free, charges))
            // An arc too many is closed here: some review cannot be given any more.
            guard matching.missing.reduce(0, +) == missing else { return nil }
            let used = halvesUsed(matching)
            let charged = free.reduce(0) { $0 + charges[$1] * used[$1] }
            keep(matching, cost: matching.cost - charged, used)
            if round % 8 == 0 { polish(matching) }
            let bound = matching.cost + part.paid - free.reduce(0) { $0 + charges[$1] }
            // Where the charges and what is paid for differ; nowhere, and the matching is this part's best.
            let now = charges
            let gap = { used[$0] == 0 ? now[$0] : price - now[$0] }
            var open = free.filter { used[$0] != 1 && gap($0) > 0 }
            if open.isEmpty { return nil }
            if bound > highest {
                highest = bound
                part.bound = max(part.bound, bound)
                part.charges = charges
                fix(&part, matching, bound, charges)
                free.removeAll(where: part.settled.contains)
                worst = nil
            } else {
                pace *= 0.94
            }
            if part.bound > bestCost - unit { return nil }
            if worst == nil {
                open.removeAll(where: part.settled.contains)
                worst = open.max { gap($0) < gap($1) }
            }
            let length = free.count { used[$0] != 1 }
            guard length > 0 else {
                if worst == nil { continue }
                break
            }
            let step = pace * Double(bestCost - bound) / Double(length)
            for pair in free {
                let moved = charges[pair] + Int((step * Double(used[pair] - 1)).rounded())
                charges[pair] = max(0, min(price, moved))
            }
        }
        return worst
    }

    /// Closes the arcs that nothing better than the best can have.
    private func fix(
        _ part: inout Part, _ matching: FlowMatching, _ bound: Int, _ charges: [Int]
    ) {
        let room = bestCost - unit - bound
        var isChosen = [Bool](repeating: false, count: graph.arcs.count)
        for arc in matching.chosen { isChosen[arc] = true }
        let isDear = graph.arcs.indices.map { matching.reducedCost(ofArc: $0) > room }
        for arc in graph.arcs.indices where isDear[arc] && !isChosen[arc] {
            part.closed.insert(arc)
        }
        for pair in pairs.indices where !part.settled.contains(pair) {
            let (one, other) = (pairs[pair].one, pairs[pair].other)
            if graph.levels.mutual - charges[pair] > room {
                // Nothing better has both halves, so one that it must have closes the other.
                if isChosen[one], isDear[one], !isChosen[other] { part.closed.insert(other) }
                if isChosen[other], isDear[other], !isChosen[one] { part.closed.insert(one) }
            }
            if part.closed.contains(one) || part.closed.contains(other) {
                part.settled.insert(pair)
            }
        }
    }

    /// How many of each pair's two arcs a matching has.
    private func halvesUsed(_ matching: FlowMatching) -> [Int] {
        var isChosen = [Bool](repeating: false, count: graph.arcs.count)
        for arc in matching.chosen { isChosen[arc] = true }
        return pairs.map { (isChosen[$0.one] ? 1 : 0) + (isChosen[$0.other] ? 1 : 0) }
    }

    private func surcharges(_ part: Part, _ free: [Int], _ charges: [Int]) -> [Int?] {
        var surcharges = [Int](repeating: 0, count: graph.arcs.count)
        for (arc, cost) in returned { surcharges[arc] = cost }
        for pair in free {
            surcharges[pairs[pair].one] += charges[pair]
            surcharges[pairs[pair].other] += charges[pair]
        }
        return surcharges.enumerated().map { part.closed.contains($0) ? nil : $1 }
    }

    /// Takes a matching as the best if it is.
    private mutating func keep(_ matching: FlowMatching, cost: Int, _ used: [Int]) {
        let whole = cost + used.count { $0 == 2 } * graph.levels.mutual
        guard whole < bestCost else { return }
        bestCost = whole
        best = matching
        edges = matching.edges
    }

    /// Exchanges bring a matching that is nearly the best past what the flow cannot see, and often to the best.
    private mutating func polish(_ matching: FlowMatching) {
        var swaps = Swaps(roster, limits, graph.demand, edges: matching.edges)
        swaps.improve(
            steps: 3_000, chance: &chance)
        let cost = cost(swaps.edges)
        guard cost < bestCost else { return }
        bestCost = cost
        best = matching
        edges = swaps.edges
    }

    /// What a matching costs in all, mutual pairs included, as the flow would count it.
    private func cost(_ edges: [Roster.Edge]) -> Int {
        let known = Set(edges)
        var isChosen = [Bool](repeating: false, count: graph.arcs.count)
        var load = roster.finished
        var units = graph.demand.byWork.map { _ in 0 }
        var isServed = units.indices.map { roster.isServed($0) }
        var cost = 0
        for (index, arc) in graph.arcs.enumerated() where known.contains(arc.edge) {
            isChosen[index] = true
            let reviewer = arc.edge.reviewer
            cost += graph.levels.weight(arc.price) + (returned[index] ?? 0)
            let strain = roster.strain(reviewer, load: load[reviewer])
            cost += (strain - 2 * roster.lightest) * graph.levels.uneven
            load[reviewer] += 1
            // All but the first review by somebody experienced pay for missing experience.
            if isServed[arc.edge.work] || !roster.isExperienced(reviewer) {
                units[arc.edge.work] += 1
            } else {
                isServed[arc.edge.work] = true
            }
        }
        for work in units.indices where !roster.isServed(work) {
            cost += units[work] * graph.demand.missingExperience
        }
        return cost + pairs.count { isChosen[$0.one] && isChosen[$0.other] } * graph.levels.mutual
    }

    private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
        var (one, other) = (one, other)
        while other != 0 { (one, other) = (other, one % other) }
        return one
    }
}
