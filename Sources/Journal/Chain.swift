/// A running hash over every record so far, in order.
///
/// HEAD keeps it beside a `seq`: a journal that was emptied, cut at a line end or replaced by another sound one no
/// longer passes for the one that was written. It answers accidents, not an attacker who can rewrite both files.
struct Chain: Hashable, Sendable {
    var value: UInt64 = 0

    mutating func add(_ checksum: UInt32) {
        value = (value ^ UInt64(checksum)) &* 0x9E37_79B9_7F4A_7C15
        value ^= value >> 32
    }

    var text: String { hexadecimal(value, digits: 16) }
}
