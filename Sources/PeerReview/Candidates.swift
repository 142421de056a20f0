/// Which reviewers the flow considers for each work.
///
/// All of them in a small round. In a large one the nearest and some at random, half of the near ones experienced;
/// a work that few may review still gets all of these, so a shortage it shows is a real one.
struct Candidates {
    /// Allowed reviewers by work.
    let reviewers: [[Int]]
    /// Whether every allowed reviewer is a candidate of every work.
    let areAll: Bool

    init(_ roster: Roster, perWork limit: Int, chance: inout SplitMix64) {
        let works = roster.scenario.submissions.count
        var taken = Set(roster.done)
        let mayTake = { (learner: Int, work: Int) in
            !taken.contains(Roster.Edge(reviewer: learner, work: work))
                && roster.obstacle(learner, work) == nil
        }
        guard roster.reviewers.count > limit else {
            reviewers = (0..<works).map { work in
                var all = roster.reviewers.filter { mayTake($0, work) }
                chance.shuffle(&all)
                return all
            }
            areAll = true
            return
        }
        let clocks = Clocks(roster, chance: &chance)
        var lists: [[Int]] = []
        lists.reserveCapacity(works)
        var complete = true
        for work in 0..<works {
            let (list, all) = clocks.nearest(work, limit: limit, chance: &chance, mayTake: mayTake)
            lists.append(list)
            complete = complete && all
        }
        taken = []
        reviewers = lists
        areAll = complete
    }
}

/// The reviewers by the hour of their clocks, and by whether they are experienced.
private struct Clocks {
    private let roster: Roster
    /// The different offsets, and who has them: those without and those with experience, in random order.
    private var offsets: [Int] = []
    private var members: [[[Int]]] = []

    init(_ roster: Roster, chance: inout SplitMix64) {
        self.roster = roster
        var byOffset: [Int: [[Int]]] = [:]
        for learner in roster.reviewers {
            let offset = roster.scenario.learners[learner].utcOffsetMinutes
            byOffset[offset, default: [[], []]][roster.isExperienced(learner) ? 1 : 0]
                .append(learner)
        }
        for offset in byOffset.keys.sorted() {
            var lists = byOffset[offset] ?? []
            for index in lists.indices { chance.shuffle(&lists[index]) }
            offsets.append(offset)
            members.append(lists)
        }
    }

    func nearest(
        _ work: Int, limit: Int, chance: inout SplitMix64, mayTake: (Int, Int) -> Bool
    ) -> (list: [Int], all: Bool) {
        let near = limit * 3 / 5
        var list: [Int] = []
        var chosen: Set<Int> = []
        var experienced = 0
        let home = roster.authors[work].first.map { roster.scenario.learners[$0].utcOffsetMinutes }
        let order = offsets.indices.sorted {
            (Self.apart(offsets[$0], home ?? 0), $0) < (Self.apart(offsets[$1], home ?? 0), $1)
        }
        for (kind, quota) in [(1, near / 2), (0, near)] {
            for place in order {
                let everyone = members[place][kind]
                guard !everyone.isEmpty else { continue }
                let start = chance.index(below: everyone.count)
                for step in everyone.indices {
                    if (kind == 1 ? experienced : list.count) >= quota { break }
                    let learner = everyone[(start + step) % everyone.count]
                    if mayTake(learner, work) {
                        list.append(learner)
                        chosen.insert(learner)
                        experienced += kind
                    }
                }
            }
        }
        let everyone = roster.reviewers
        for _ in 0..<limit where list.count < limit {
            let learner = everyone[chance.index(below: everyone.count)]
            if !chosen.contains(learner), mayTake(learner, work) {
                list.append(learner)
                chosen.insert(learner)
            }
        }
        if list.count >= limit * 3 / 4 { return (list, false) }
        // Few may: then all of them count.
        list = everyone.filter { mayTake($0, work) }
        chance.shuffle(&list)
        return (list, true)
    }

    private static func apart(_ a: Int, _ b: Int) -> Int {
        let minutes = abs(a - b) % 1440
        return min(minutes, 1440 - minutes)
    }
}
