/// A number for some bytes, the same on every machine: FNV-1a (Fowler, Noll, Vo). No secret and no check against malice.
package struct Fingerprint: Hashable, Sendable {
    package let value: UInt64

    package init(_ bytes: some Sequence<UInt8>) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        value = hash
    }
}
