// Passing over a JSON value without reading it: only its quotes and brackets count.
extension LineScanner {
    /// One JSON value, unread: a string, a number or word, or a bracketed one with all that is in it.
    mutating func value() -> [UInt8]? {
        let start = position
        return skipValue() ? Array(bytes[start..<position]) : nil
    }

    /// Whether `bytes` would come back whole from a line: valid UTF-8, no control characters, brackets and quotes
    /// closed, one value and nothing after it.
    static func isOneValue(_ bytes: [UInt8]) -> Bool {
        let isWhole = bytes.withUnsafeBytes { raw in
            var scanner = LineScanner(raw)
            return scanner.skipValue() && scanner.isAtEnd
        }
        return isWhole && isText(bytes)
    }

    /// Looked at where it lies: a string would be a copy.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            return false
        }
    }

    private mutating func skipValue() -> Bool {
        guard let end = Self.endOfValue(in: bytes, from: position) else { return false }
        position = end
        return true
    }

    // By values and not by the scanner's own position, which would be written back at every step.

    private static func endOfValue(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var position = start
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard let end = endOfString(in: bytes, from: position &+ 1) else { return nil }
                position = end
                if depth == 0 { return end }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth &+= 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return position > start ? position : nil }
                depth &-= 1
                if depth == 0 { return position &+ 1 }
            case UInt8(ascii: ","):
                if depth == 0 { return position > start ? position : nil }
            case 0..<0x20: return nil
            default: break
            }
            position &+= 1
        }
        return depth == 0 && position > start ? position : nil
    }

    /// The place behind the closing quote of a string.
    @inline(__always)
    private static func endOfString(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var position = start
        while true {
            position = endOfPlain(in: bytes, from: position)
            guard position < bytes.count else { return nil }
            switch bytes[position] {
            case UInt8(ascii: "\""): return position &+ 1
            case UInt8(ascii: "\\"): position &+= 2
            case 0..<0x20: return nil
            default: position &+= 1
            }
        }
    }

    /// Passes bytes that mean nothing in a string, eight at a time; the last few are left to the caller.
    @inline(__always)
    private static func endOfPlain(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var position = start
        while position &+ 8 <= bytes.count {
            let word = UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
            let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
            // The top bit of each byte that is a quote, a backslash or a control character. A byte above one of these may
            // be marked wrongly, for a borrow goes upwards; so the lowest counts.
            let marked =
                ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
                | ((word &- ones &* 0x20) & ~word)
            let found = marked & (ones &* 0x80)
            guard found == 0 else { return position &+ found.trailingZeroBitCount / 8 }
            position &+= 8
        }
        return position
    }
}
