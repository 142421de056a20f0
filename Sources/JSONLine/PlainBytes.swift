/// Finds the bytes of a string that JSON can not hold as they are, eight at a time.
enum PlainBytes {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    /// The top bit of every byte that is a quote, a backslash or a control character.
    ///
    /// Bytes above the lowest one found may be marked wrongly (a borrow goes upwards), so only the lowest counts.
    @inline(__always)
    static func marked(_ word: UInt64) -> UInt64 {
        let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        let found =
            ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
            | ((word &- ones &* 0x20) & ~word)
        return found & tops
    }

    /// The first byte from `start` on that is no plain ASCII, or the end.
    @inline(__always)
    static func endOfPlainASCII(
        _ bytes: UnsafeRawBufferPointer, from start: Int
    ) -> Int {
        var position = start
        while position &+ 8 <= bytes.count {
            let word = UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            let found = marked(word) | (word & tops)
            if found != 0 { return position &+ found.trailingZeroBitCount / 8 }
            position &+= 8
        }
        while position < bytes.count {
            let byte = bytes[position]
            if byte < 0x20 || byte >= 0x80 || isSpecial(byte) { break }
            position &+= 1
        }
        return position
    }

    /// The first byte from `start` on that has to be escaped, or the end.
    @inline(__always)
    static func endOfPlain(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var position = start
        while position &+ 8 <= bytes.count {
            let word = UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            let found = marked(word)
            if found != 0 { return position &+ found.trailingZeroBitCount / 8 }
            position &+= 8
        }
        while position < bytes.count {
            let byte = bytes[position]
            if byte < 0x20 || isSpecial(byte) { break }
            position &+= 1
        }
        return position
    }

    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }
}
