/// Which reviewers the flow considers for each work.
///
/// All of them in a small round. In a large one the nearest and some at random, half of the near ones experienced;
/// a work that few may review still gets all of these, so a shortage it shows is a real one.
struct Candidates {
    /// Allowed reviewers by work.
    let reviewers: [[Int]]
    /// By work: whether every allowed reviewer is a candidate.
    let areAllOf: [Bool]

    var areAll: Bool { areAllOf.allSatisfy(\.self) }

    init(_ roster: Roster, perWork limit: Int, chance: inout SplitMix64) {
        let works = roster.scenario.submissions.indices
        guard roster.reviewers.count > limit else {
            reviewers = works.map { work in
                var all = roster.eligible(work)
                chance.shuffle(&all)
                return all
            }
            areAllOf = works.map { _ in true }
            return
        }
        let neighbours = Neighbours(roster, chance: &chance)
        var lists: [[Int]] = []
        lists.reserveCapacity(works.count)
        var complete: [Bool] = []
        for work in works {
            let (list, all) = neighbours.nearest(work, limit: limit, chance: &chance)
            lists.append(list)
            complete.append(all)
        }
        reviewers = lists
        areAllOf = complete
    }
}

/// The reviewers by the hour of their clocks, and by whether they are experienced.
private struct Neighbours {
    private let roster: Roster
    /// By clock: those without and those with experience, in random order.
    private var members: [[[Int]]]
    /// By clock: all clocks, the nearest first.
    private let orders: [[Int]]

    init(_ roster: Roster, chance: inout SplitMix64) {
        self.roster = roster
        let clocks = roster.clocks.offsets.indices
        members = clocks.map { _ in [[], []] }
        for learner in roster.reviewers {
            members[roster.clocks.clock(of: learner)][roster.isExperienced(learner) ? 1 : 0]
                .append(learner)
        }
        for clock in clocks {
            for kind in 0...1 { chance.shuffle(&members[clock][kind]) }
        }
        // One more for the works without a known author.
        orders = (0...clocks.count).map { home in
            clocks.sorted {
                (roster.clocks.gap($0, home), $0) < (roster.clocks.gap($1, home), $1)
            }
        }
    }

    func nearest(
        _ work: Int, limit: Int, chance: inout SplitMix64
    ) -> (list: [Int], all: Bool) {
        let near = limit * 3 / 5
        var list: [Int] = []
        list.reserveCapacity(limit)
        var experienced = 0
        for (kind, quota) in [(1, near / 2), (0, near)] {
            for clock in orders[roster.clocks.clock(ofWork: work)] {
                let everyone = members[clock][kind]
                guard !everyone.isEmpty else { continue }
                let start = chance.index(below: everyone.count)
                for step in everyone.indices {
                    if (kind == 1 ? experienced : list.count) >= quota { break }
                    let place = start + step
                    let learner = everyone[place < everyone.count ? place : place - everyone.count]
                    if roster.mayReview(learner, work) {
                        list.append(learner)
                        experienced += kind
                    }
                }
            }
        }
        let everyone = roster.reviewers
        for _ in 0..<limit where list.count < limit {
            let learner = everyone[chance.index(below: everyone.count)]
            if roster.mayReview(learner, work), !list.contains(learner) { list.append(learner) }
        }
        if list.count >= limit * 3 / 4 { return (list, false) }
        // Few may: then all of them count.
        list = roster.eligible(work)
        chance.shuffle(&list)
        return (list, true)
    }
}
