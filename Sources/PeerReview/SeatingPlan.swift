/// Learners in groups of two, the last of three for an odd number; improved by exchanging two of different groups.
struct SeatingPlan {
    private let guests: Guests
    private var seats: [Int]

    /// Begins with neighbours on the clock side by side.
    init(_ guests: Guests, chance: inout SplitMix64) {
        self.guests = guests
        var seats = Array(guests.learners.indices)
        chance.shuffle(&seats)
        let place = Dictionary(uniqueKeysWithValues: seats.enumerated().map { ($1, $0) })
        self.seats = seats.sorted {
            (guests.learners[$0].utcOffsetMinutes, place[$0] ?? 0)
                < (guests.learners[$1].utcOffsetMinutes, place[$1] ?? 0)
        }
    }

    /// The best exchange for everybody who is badly placed, then random ones, then the best again.
    mutating func improve(steps: Int, chance: inout SplitMix64) {
        repair()
        guard seats.count > 3 else { return }
        let before = seats
        let cost = cost
        for step in 0..<steps {
            let left = 1 - Double(step) / Double(steps)
            let (one, two) = (chance.index(below: seats.count), chance.index(below: seats.count))
            exchange(one, two, limit: Int(60 * left * left * chance.exponential()))
        }
        repair()
        if self.cost > cost { seats = before }
    }

    private mutating func repair() {
        // Where much is unavoidable, in a large round, the rest stays as it is.
        var left = 10_000_000
        var isBetter = true
        while isBetter {
            isBetter = false
            for one in seats.indices where left > 0 && cost(ofGroup: group(one)) >= Guests.repeated
            {
                left -= seats.count
                var best: (seat: Int, change: Int)?
                for two in seats.indices {
                    let limit = (best?.change ?? 0) - 1
                    guard let change = exchange(one, two, limit: limit) else { continue }
                    seats.swapAt(one, two)
                    best = (two, change)
                }
                guard let best else { continue }
                seats.swapAt(one, best.seat)
                isBetter = true
            }
        }
    }

    /// Exchanges two seats when that changes the cost by `limit` at most, and says by how much.
    @discardableResult
    private mutating func exchange(_ one: Int, _ two: Int, limit: Int) -> Int? {
        let (first, second) = (group(one), group(two))
        guard first != second else { return nil }
        let before = cost(ofGroup: first) + cost(ofGroup: second)
        seats.swapAt(one, two)
        let change = cost(ofGroup: first) + cost(ofGroup: second) - before
        if change <= limit { return change }
        seats.swapAt(one, two)
        return nil
    }

    private var groupCount: Int { seats.count < 2 ? 0 : seats.count / 2 }

    private func group(_ seat: Int) -> Int { min(seat / 2, max(0, groupCount - 1)) }

    private func members(_ group: Int) -> ArraySlice<Int> {
        group == groupCount - 1 ? seats[(2 * group)...] : seats[(2 * group)..<(2 * group + 2)]
    }

    private func cost(ofGroup group: Int) -> Int {
        guard group < groupCount else { return 0 }
        let first = 2 * group
        var cost = guests.cost(seats[first], seats[first + 1])
        if group == groupCount - 1, seats.count > first + 2 {
            cost += guests.cost(seats[first], seats[first + 2])
            cost += guests.cost(seats[first + 1], seats[first + 2])
        }
        return cost
    }

    private var cost: Int { (0..<groupCount).reduce(0) { $0 + cost(ofGroup: $1) } }

    /// The groups in which all may meet; who is left joins a pair where possible.
    var pairing: Pairing {
        var groups: [[Int]] = []
        var left: [Int] = []
        for members in (0..<groupCount).map(members) {
            let group = Array(members)
            guard group.count == 3, !mayMeet(group) else {
                if mayMeet(group) { groups.append(group) } else { left += group }
                continue
            }
            // Of an impossible trio two may still be possible.
            let pairs = group.indices.map { out in
                group.indices.filter { $0 != out }.map { group[$0] }
            }
            let pair = pairs.filter(mayMeet).min {
                guests.cost($0[0], $0[1]) < guests.cost($1[0], $1[1])
            }
            if let pair { groups.append(pair) }
            left += group.filter { !(pair ?? []).contains($0) }
        }
        if groupCount == 0 { left = seats }
        var alone: [Int] = []
        for guest in left {
            if let other = alone.firstIndex(where: { mayMeet([$0, guest]) }) {
                groups.append([alone.remove(at: other), guest])
            } else if !place(guest, in: &groups) {
                alone.append(guest)
            }
        }
        return pairing(groups.map { $0.sorted() }, alone: alone.sorted())
    }

    /// Brings a guest together with one of a trio, or else with the nearest pair; false where nobody will do.
    private func place(_ guest: Int, in groups: inout [[Int]]) -> Bool {
        for trio in groups.indices where groups[trio].count == 3 {
            for member in groups[trio] where mayMeet([member, guest]) {
                groups[trio].removeAll { $0 == member }
                groups.append([member, guest])
                return true
            }
        }
        func price(_ group: [Int]) -> Int { group.reduce(0) { $0 + guests.cost($1, guest) } }
        let pairs = groups.indices.filter { groups[$0].count == 2 }
            .filter { mayMeet(groups[$0] + [guest]) }
            .map { (group: $0, price: price(groups[$0])) }
        guard let nearest = pairs.min(by: { $0.price < $1.price })?.group else { return false }
        groups[nearest].append(guest)
        return true
    }

    private func mayMeet(_ group: [Int]) -> Bool {
        pairs(of: group).allSatisfy { guests.cost($0.0, $0.1) < Guests.forbidden }
    }

    private func pairs(of group: [Int]) -> [(Int, Int)] {
        group.indices.flatMap { one in group[..<one].map { (group[one], $0) } }
    }

    private func pairing(_ groups: [[Int]], alone: [Int]) -> Pairing {
        let pairs = groups.flatMap { self.pairs(of: $0) }
        let gap = pairs.reduce(0) { $0 + guests.gap($1.0, $1.1) }
        func names(_ group: [Int]) -> [Learner.ID] { group.map { guests.learners[$0].id } }
        return Pairing(
            groups: groups.sorted { $0.lexicographicallyPrecedes($1) }.map(names),
            alone: names(alone),
            repeats: pairs.count { guests.haveMet($0.0, $0.1) },
            meanZoneGapHours: pairs.isEmpty ? 0 : Double(gap) / 60 / Double(pairs.count))
    }
}
