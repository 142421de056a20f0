/// Reads the fixed envelope of a record from its bytes.
///
/// A general JSON decoder costs some 12 µs a record; this costs well under one, and a restart reads every record.
struct LineScanner {
    let bytes: UnsafeRawBufferPointer
    var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    /// Steps over `text`, or stays where it is.
    mutating func skip(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard bytes.count - position >= length else { return false }
        for offset in 0..<length where bytes[position &+ offset] != text.utf8Start[offset] {
            return false
        }
        position += length
        return true
    }

    /// A whole number without sign and of at most 18 digits.
    mutating func number() -> Int? {
        let start = position
        var value = 0
        while position < bytes.count, 48...57 ~= bytes[position], position - start < 18 {
            value = value &* 10 &+ Int(bytes[position] &- 48)
            position += 1
        }
        return position == start ? nil : value
    }

    mutating func timestamp() -> Timestamp? {
        let end = position + Timestamp.length
        guard end <= bytes.count else { return nil }
        defer { position = end }
        return Timestamp(UnsafeRawBufferPointer(rebasing: bytes[position..<end]))
    }

    /// A quoted string, with the three escapes that `appendQuoted` writes.
    mutating func string() -> String? {
        guard skip("\"") else { return nil }
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard position < bytes.count else { return nil }
        let raw = bytes[start..<position]
        position += 1
        guard raw.contains(UInt8(ascii: "\\")) else { return String(decoding: raw, as: UTF8.self) }
        return unescaped(UnsafeRawBufferPointer(rebasing: raw))
    }

    private func unescaped(_ raw: UnsafeRawBufferPointer) -> String? {
        var text: [UInt8] = []
        var rest = LineScanner(raw)
        while !rest.isAtEnd {
            if rest.skip("\\u00") {
                guard raw.count - rest.position >= 2,
                    let high = hexadecimalDigit(raw[rest.position]),
                    let low = hexadecimalDigit(raw[rest.position + 1])
                else { return nil }
                text.append(UInt8(truncatingIfNeeded: high << 4 | low))
                rest.position += 2
            } else {
                if rest.skip("\\"), rest.isAtEnd { return nil }
                text.append(raw[rest.position])
                rest.position += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension [UInt8] {
    mutating func appendNumber(_ value: Int) {
        if value >= 10 { appendNumber(value / 10) }
        append(UInt8(truncatingIfNeeded: 48 + value % 10))
    }

    mutating func appendQuoted(_ text: String) {
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                append(UInt8(ascii: "\\"))
                append(byte)
            case 0..<0x20:
                append(contentsOf: "\\u\(hexadecimal(UInt64(byte), digits: 4))".utf8)
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}
