/// A line that begins with the CRC-32C of what follows: `1b2e04c7 {…}`.
///
/// Text, not a binary form: `grep`, `cut -c10- | jq`, `diff` and `git` work on it.
enum ChecksummedLine {
    static let prefixLength = 9

    /// Leaves room for the checksum of a line that begins here.
    static func begin(_ bytes: inout [UInt8]) -> Int {
        bytes.append(contentsOf: "00000000 ".utf8)
        return bytes.count - prefixLength
    }

    /// Fills in the checksum of the line that began at `start`, ends it, and returns the checksum.
    @discardableResult
    static func end(_ start: Int, _ bytes: inout [UInt8]) -> UInt32 {
        let checksum = bytes.withUnsafeBytes { all in
            CRC32C.checksum(UnsafeRawBufferPointer(rebasing: all[(start + prefixLength)...]))
        }
        for digit in 0..<8 {
            let nibble = UInt8(truncatingIfNeeded: checksum >> UInt32(28 - 4 * digit)) & 0xF
            bytes[start + digit] = nibble < 10 ? 48 + nibble : 87 + nibble
        }
        bytes.append(UInt8(ascii: "\n"))
        return checksum
    }

    /// Appends one line.
    @discardableResult
    static func append(_ body: [UInt8], to bytes: inout [UInt8]) -> UInt32 {
        let start = begin(&bytes)
        bytes.append(contentsOf: body)
        return end(start, &bytes)
    }

    /// The body of a line without its newline, and its checksum, which is the right one.
    static func verify(
        _ line: UnsafeRawBufferPointer
    ) -> Result<(body: UnsafeRawBufferPointer, checksum: UInt32), LineDamage> {
        guard let checksum = verifiedChecksum(line) else {
            return .failure(line.allSatisfy { $0 == 0 } ? .zeroed : .checksum)
        }
        return .success((UnsafeRawBufferPointer(rebasing: line[prefixLength...]), checksum))
    }

    private static func verifiedChecksum(_ line: UnsafeRawBufferPointer) -> UInt32? {
        guard line.count > prefixLength, line[prefixLength - 1] == UInt8(ascii: " ") else {
            return nil
        }
        var claimed: UInt32 = 0
        for position in 0..<8 {
            guard let digit = hexadecimalDigit(line[position]) else { return nil }
            claimed = claimed << 4 | digit
        }
        let body = UnsafeRawBufferPointer(rebasing: line[prefixLength...])
        return CRC32C.checksum(body) == claimed ? claimed : nil
    }
}
