/// Study buddies or partners for a meetup: everybody in a pair, and an odd one out in a trio.
public struct Pairing: Hashable, Sendable {
    /// Two learners each, or three; members and groups in the order in which the learners were given.
    public let groups: [[Learner.ID]]
    /// Those for whom nobody is left who may meet them: no language in common, or conflicts.
    public let alone: [Learner.ID]
    /// Pairs of learners, within these groups, who have met before.
    public let repeats: Int
    /// Between the clocks of those in one group.
    public let meanZoneGapHours: Double
}

extension Allocator {
    /// Brings learners together, by the seed: with a language in common, with somebody new, near on the clock, in this
    /// order.
    ///
    /// - Parameters:
    ///   - learners: who wants to meet; those who are not active are left out.
    ///   - conflicts: who must not meet.
    ///   - earlier: the groups of earlier rounds.
    /// - Returns: pairs, at most one trio for an odd number, and further trios only for those left over.
    public func pair(
        _ learners: [Learner], conflicts: [Conflict] = [], earlier: [[Learner.ID]] = []
    ) -> Pairing {
        var chance = SplitMix64(seed: seed)
        let guests = Guests(
            learners.filter(\.active), conflicts: conflicts, earlier: earlier)
        var table = SeatingPlan(guests, chance: &chance)
        table.improve(steps: steps, chance: &chance)
        return table.pairing
    }
}

/// What it costs to bring two learners together.
struct Guests {
    let learners: [Learner]
    private let clocks: Clocks
    private let languages: [Set<String>]
    private let strangers: Set<Int>
    private let acquainted: Set<Int>

    /// More than all that a lower goal can change in one exchange.
    static let forbidden = 100_000_000
    static let repeated = 100_000

    init(_ learners: [Learner], conflicts: [Conflict], earlier: [[Learner.ID]]) {
        var known: Set<Learner.ID> = []
        let learners = learners.filter { known.insert($0.id).inserted }
        self.learners = learners
        clocks = Clocks(offsets: learners.map(\.utcOffsetMinutes), authors: [])
        languages = learners.map { Set($0.languages.map(Roster.primary)) }
        let index = Dictionary(uniqueKeysWithValues: learners.enumerated().map { ($1.id, $0) })
        func pair(_ one: Learner.ID, _ other: Learner.ID) -> Int? {
            guard let one = index[one], let other = index[other] else { return nil }
            return min(one, other) * learners.count + max(one, other)
        }
        strangers = Set(conflicts.compactMap { pair($0.one, $0.other) })
        acquainted = Set(
            earlier.flatMap { group in
                group.indices.flatMap { one in
                    group[..<one].compactMap { pair(group[one], $0) }
                }
            })
    }

    func cost(_ one: Int, _ other: Int) -> Int {
        let pair = number(one, other)
        var cost = gap(one, other)
        if acquainted.contains(pair) { cost += Self.repeated }
        if languages[one].isDisjoint(with: languages[other]) || strangers.contains(pair) {
            cost += Self.forbidden
        }
        return cost
    }

    func haveMet(_ one: Int, _ other: Int) -> Bool {
        acquainted.contains(number(one, other))
    }

    private func number(_ one: Int, _ other: Int) -> Int {
        min(one, other) * learners.count + max(one, other)
    }

    func gap(_ one: Int, _ other: Int) -> Int {
        clocks.gap(clocks.clock(of: one), clocks.clock(of: other))
    }
}
