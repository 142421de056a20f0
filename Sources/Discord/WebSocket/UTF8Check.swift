/// Whether bytes that come in pieces are UTF-8 (RFC 3629): no overlong form, no surrogate, nothing above U+10FFFF.
struct UTF8Check: Hashable, Sendable {
    private(set) var isValidSoFar = true
    /// How many continuation bytes the last character still needs.
    private var missing = 0
    /// What the next continuation byte may be.
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    /// Whether no character is cut off at the end.
    var isComplete: Bool { missing == 0 }

    mutating func feed(_ bytes: some Sequence<UInt8>) {
        guard isValidSoFar else { return }
        for byte in bytes where byte >= 0x80 || missing > 0 {
            guard take(byte) else {
                isValidSoFar = false
                return
            }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        if missing > 0 {
            guard allowed.contains(byte) else { return false }
            missing -= 1
            allowed = 0x80...0xBF
            return true
        }
        switch byte {
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, allowed) = (2, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE...0xEF: missing = 2
        case 0xED: (missing, allowed) = (2, 0x80...0x9F)
        case 0xF0: (missing, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: missing = 3
        case 0xF4: (missing, allowed) = (3, 0x80...0x8F)
        default: return false
        }
        return true
    }
}
