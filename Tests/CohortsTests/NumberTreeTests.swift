import Testing

@testable import Cohorts

@Suite struct NumberTreeTests {
    private final class Thing: Sendable {
        let number: Int

        init(_ number: Int) { self.number = number }
    }

    @Test("holds what a dictionary holds, after any changes, in the order of the numbers")
    func agrees() {
        var tree = NumberTree<Thing>()
        var plain: [Int: Thing] = [:]
        var copies: [(tree: NumberTree<Thing>, plain: [Int: Thing])] = []
        var random = Numbers(7)
        for step in 0..<4_000 {
            // Close together, far apart, and a few of any size.
            let number = random.next() % [40, 3_000, 1 << 59][random.next() % 3]
            let thing = random.next() % 3 == 0 ? nil : Thing(number)
            #expect(tree.put(thing, at: number) === plain[number])
            plain[number] = thing
            if step % 500 == 0 { copies.append((tree, plain)) }
        }
        copies.append((tree, plain))
        for (tree, plain) in copies {
            #expect(tree.count == plain.count)
            #expect(tree.map(\.number) == plain.keys.sorted())
            #expect(plain.allSatisfy { tree[$0.key] === $0.value })
        }
        for number in plain.keys { tree.put(nil, at: number) }
        #expect(tree.count == 0 && tree.first { _ in true } == nil)
        #expect(tree[0] == nil && tree[.max] == nil && tree.put(nil, at: .max) == nil)
    }

    /// Numbers that are the same in each run.
    private struct Numbers {
        private var state: UInt64

        init(_ seed: UInt64) { state = seed }

        mutating func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) << 31 | Int((state &* 0x9E37_79B9_7F4A_7C15) >> 33)
        }
    }
}
