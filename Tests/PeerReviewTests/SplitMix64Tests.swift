import Testing

@testable import PeerReview

@Suite("SplitMix64")
struct SplitMix64Tests {
    @Test("the numbers are those of the published generator")
    func reference() {
        var chance = SplitMix64(seed: 1_234_567)
        #expect(chance.next() == 6_457_827_717_110_365_317)
        #expect(chance.next() == 3_203_168_211_198_807_973)
    }

    @Test("indices stay below their count and reach all of it")
    func indices() {
        var chance = SplitMix64(seed: 1)
        let drawn = Set((0..<500).map { _ in chance.index(below: 7) })
        #expect(drawn == Set(0..<7))
    }

    @Test("exponential numbers have mean one")
    func exponential() {
        var chance = SplitMix64(seed: 2)
        let sum = (0..<20_000).reduce(0.0) { sum, _ in sum + chance.exponential() }
        #expect(abs(sum / 20_000 - 1) < 0.05)
    }
}
