/// Numbers that look random and are the same in every run (SplitMix64).
struct MemoryChance: RandomNumberGenerator {
    private var state: UInt64

    /// One source for each `part` of what happens under a seed, so that none depends on the order of the others.
    init(seed: UInt64, _ part: UInt64) {
        state = seed &* 0xD134_2543_DE82_EF95 &+ part
        state = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
