/// A small generator whose numbers follow from its seed alone, on every machine and in every version.
///
/// The standard library's shuffles may change between releases, so the ones used here are spelled out.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// An index below `count`; the bias of multiplying instead of rejecting is below 2⁻³² for any count met here.
    mutating func index(below count: Int) -> Int {
        Int(((next() >> 32) &* UInt64(count)) >> 32)
    }

    /// A number that is exponentially distributed with mean 1, within 6 %.
    ///
    /// By bits and a line instead of a logarithm, which differs in its last digit between C libraries.
    mutating func exponential() -> Double {
        let bits = next() | 1
        let zeros = bits.leadingZeroBitCount
        let mantissa = Double((bits << UInt64(zeros)) >> 11) * 0x1p-52
        return (Double(zeros) + 2 - mantissa) * 0.693147180559945
    }

    mutating func shuffle<Element>(_ elements: inout [Element]) {
        guard elements.count > 1 else { return }
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(last, index(below: last + 1))
        }
    }
}
