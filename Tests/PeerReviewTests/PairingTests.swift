import PeerReview
import Testing

@Suite("Pairing")
struct PairingTests {
    private func learners(_ n: Int) -> [Learner] {
        (0..<n).map { Learner(id: "u\($0)", languages: ["en"]) }
    }

    @Test("everybody is in a pair, and an odd one out makes a trio", arguments: 0...13)
    func everybody(n: Int) {
        let pairing = Allocator(seed: 1, steps: 500).pair(learners(n))
        #expect(pairing.alone == (n == 1 ? ["u0"] : []))
        #expect(Set(pairing.groups.joined()).count == (n == 1 ? 0 : n))
        #expect(pairing.groups.count { $0.count == 3 } == (n > 1 && n % 2 == 1 ? 1 : 0))
        #expect(pairing.groups.allSatisfy { (2...3).contains($0.count) })
    }

    @Test("five rounds of eight bring everybody together with somebody new each time")
    func rounds() {
        var earlier: [[String]] = []
        for round in 1...5 {
            let pairing = Allocator(seed: UInt64(round), steps: 4000)
                .pair(learners(8), earlier: earlier)
            #expect(pairing.repeats == 0)
            earlier += pairing.groups
        }
    }

    @Test("clocks come together, conflicts and languages come first")
    func rules() {
        var all = learners(8)
        for index in 0..<8 { all[index].utcOffsetMinutes = index % 2 == 0 ? 0 : 600 }
        let near = Allocator(seed: 1, steps: 2000).pair(all)
        #expect(near.meanZoneGapHours == 0)
        let apart = Allocator(seed: 1, steps: 2000).pair(
            Array(all.prefix(4)), conflicts: [Conflict("u0", "u2")])
        #expect(apart.groups.allSatisfy { !($0.contains("u0") && $0.contains("u2")) })
        #expect(apart.meanZoneGapHours == 10)
        all[0].languages = ["hi"]
        all[1].languages = ["hi", "en"]
        let spoken = Allocator(seed: 1, steps: 2000).pair(all)
        #expect(spoken.groups.contains(["u0", "u1"]))
    }

    @Test("who can talk to nobody is left alone, and who is left over joins a pair")
    func alone() {
        var all = learners(6)
        all[5].languages = ["zh"]
        all[0].active = false
        let pairing = Allocator(seed: 1, steps: 1000).pair(all)
        #expect(pairing.alone == ["u5"])
        #expect(Set(pairing.groups.joined()) == ["u1", "u2", "u3", "u4"])
        all[0].active = true
        let odd = Allocator(seed: 1, steps: 1000).pair(all)
        #expect(odd.alone == ["u5"])
        #expect(odd.groups.map(\.count).sorted() == [2, 3])
    }

    @Test("the same seed gives the same pairs, another seed other ones")
    func deterministic() {
        let first = Allocator(seed: 1, steps: 1000).pair(learners(20))
        #expect(first == Allocator(seed: 1, steps: 1000).pair(learners(20)))
        #expect(first != Allocator(seed: 2, steps: 1000).pair(learners(20)))
    }

    @Test("small groups are paired as well as trying everything can do", arguments: 1...20)
    func best(seed: UInt64) {
        var dice = Dice(seed: seed)
        var all = learners(2 * dice.roll(1...4))
        for index in all.indices { all[index].utcOffsetMinutes = 60 * dice.roll(0...9) }
        func some() -> String { "u\(dice.roll(0...all.count - 1))" }
        let conflicts = (0..<3).map { _ in Conflict(some(), some()) }
        let earlier = (0..<4).map { _ in [some(), some()] }
        let pairing = Allocator(seed: seed, steps: 4000)
            .pair(all, conflicts: conflicts, earlier: earlier)

        func cost(_ one: Learner, _ other: Learner) -> Int? {
            let both = Set([one.id, other.id])
            if conflicts.contains(where: { Set([$0.one, $0.other]) == both }) { return nil }
            let gap = abs(one.utcOffsetMinutes - other.utcOffsetMinutes)
            return earlier.contains { Set($0) == both } ? 1_000_000 + gap : gap
        }
        func least(_ rest: ArraySlice<Learner>) -> Int? {
            guard let first = rest.first else { return 0 }
            let costs = rest.indices.dropFirst().compactMap { index -> Int? in
                guard let cost = cost(first, rest[index]) else { return nil }
                let others = rest.filter { $0.id != first.id && $0.id != rest[index].id }
                return least(others[...]).map { $0 + cost }
            }
            return costs.min()
        }
        guard let least = least(all[...]) else {
            #expect(!pairing.alone.isEmpty || pairing.groups.contains { $0.count == 3 })
            return
        }
        #expect(pairing.alone == [])
        #expect(pairing.repeats == least / 1_000_000)
        let minutes = pairing.meanZoneGapHours * 60 * Double(all.count / 2)
        #expect(Int(minutes.rounded()) == least % 1_000_000)
    }
}
