// The texts of JSON, appended to a line.

extension [UInt8] {
    mutating func append(_ text: StaticString) {
        append(
            contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends `"key":`, or, where the key has to be escaped, the bare key.
    /// - Returns: whether it is the first.
    mutating func appendKey(_ key: String) -> Bool {
        var key = key
        return key.withUTF8 { key in
            let bytes = UnsafeRawBufferPointer(key)
            guard PlainBytes.endOfPlain(bytes, from: 0) == bytes.count else {
                append(contentsOf: key)
                return false
            }
            append(UInt8(ascii: "\""))
            append(contentsOf: key)
            append(UInt8(ascii: "\""))
            append(UInt8(ascii: ":"))
            return true
        }
    }

    /// Appends a string with its quotes.
    mutating func appendText(_ text: String) {
        var text = text
        text.withUTF8 { text in
            append(UInt8(ascii: "\""))
            let bytes = UnsafeRawBufferPointer(text)
            var start = 0
            while true {
                let end = PlainBytes.endOfPlain(bytes, from: start)
                append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
                guard end < text.count else { break }
                appendEscape(text[end])
                start = end + 1
            }
            append(UInt8(ascii: "\""))
        }
    }

    private mutating func appendEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x08: append("\\b")
        case 0x0C: append("\\f")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        default:
            append("\\u00")
            append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
            append(contentsOf: String(byte & 0xF, radix: 16).utf8)
        }
    }

    mutating func appendInteger(_ value: some FixedWidthInteger) {
        if value < 0 { append(UInt8(ascii: "-")) }
        appendDigits(value.magnitude)
    }

    private mutating func appendDigits(_ value: some FixedWidthInteger) {
        let start = count
        var rest = value
        repeat {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            append(48 + UInt8(truncatingIfNeeded: digit))
            rest = quotient
        } while rest > 0
        self[start...].reverse()
    }

    /// Appends a finite number in the fewest digits that give it back, a whole one without `.0`.
    mutating func appendNumber(_ value: some BinaryFloatingPoint & CustomStringConvertible) {
        let digits = value.description
        append(contentsOf: digits.hasSuffix(".0") ? digits.utf8.dropLast(2) : digits.utf8[...])
    }
}
