/// Reads one JSON value from bytes (RFC 8259), to the last of them.
///
/// Nesting is limited and every access checked, so hostile bytes end in nil, never in a trap.
struct JSONReader {
    private static let deepest = 64

    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    private struct Malformed: Error {}

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Nil for what is no JSON.
    static func read(_ bytes: [UInt8]) -> JSON? {
        bytes.withUnsafeBufferPointer { buffer in
            var reader = JSONReader(buffer)
            guard let value = try? reader.value(depth: 0), reader.next() == nil else { return nil }
            return value
        }
    }

    private mutating func value(depth: Int) throws(Malformed) -> JSON {
        guard depth < Self.deepest, let first = next() else { throw Malformed() }
        switch first {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(Malformed) -> JSON {
        at += 1
        var members: [String: JSON] = [:]
        if take("}") { return .object(members) }
        repeat {
            guard next() == UInt8(ascii: "\"") else { throw Malformed() }
            let name = try string()
            guard take(":") else { throw Malformed() }
            members[name] = try value(depth: depth + 1)
        } while take(",")
        guard take("}") else { throw Malformed() }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(Malformed) -> JSON {
        at += 1
        var elements: [JSON] = []
        if take("]") { return .array(elements) }
        repeat { elements.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw Malformed() }
        return .array(elements)
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(Malformed) -> JSON {
        let count = word.utf8CodeUnitCount
        guard bytes.count - at >= count,
            word.withUTF8Buffer({ bytes[at..<at + count].elementsEqual($0) })
        else { throw Malformed() }
        at += count
        return value
    }

    private mutating func number() throws(Malformed) -> JSON {
        let start = at
        if peek() == UInt8(ascii: "-") { at += 1 }
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[at - whole] != UInt8(ascii: "0") else {
            throw Malformed()
        }
        var isWhole = true
        if peek() == UInt8(ascii: ".") {
            at += 1
            isWhole = false
            guard digits() > 0 else { throw Malformed() }
        }
        if let e = peek(), e | 0x20 == UInt8(ascii: "e") {
            at += 1
            isWhole = false
            if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { at += 1 }
            guard digits() > 0 else { throw Malformed() }
        }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if isWhole, let number = Int64(text) { return .int(number) }
        guard let number = Double(text) else { throw Malformed() }
        // Beyond what a number can be; the rest of the payload is as good as before.
        let largest = Double.greatestFiniteMagnitude
        return .double(min(max(number, -largest), largest))
    }

    private mutating func digits() -> Int {
        let start = at
        while let byte = peek(), (0x30...0x39).contains(byte) { at += 1 }
        return at - start
    }

    /// A string with its escapes resolved; lone surrogates and invalid UTF-8 become U+FFFD.
    private mutating func string() throws(Malformed) -> String {
        at += 1
        let start = at
        while let byte = peek(), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { at += 1 }
        var out = Array(bytes[start..<at])
        while let byte = peek() {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: out, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(&out)
            default: out.append(byte)
            }
        }
        throw Malformed()
    }

    private mutating func escape(_ out: inout [UInt8]) throws(Malformed) {
        guard let kind = peek() else { throw Malformed() }
        at += 1
        switch kind {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(kind)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "u"):
            let scalar = try scalar()
            out += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        default: throw Malformed()
        }
    }

    /// The scalar whose hexadecimal digits come next; a high surrogate takes the low one after it along.
    private mutating func scalar() throws(Malformed) -> Unicode.Scalar {
        guard let high = codeUnit(at: at) else { throw Malformed() }
        at += 4
        guard UTF16.isLeadSurrogate(high) else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
        guard bytes.count - at >= 6, bytes[at] == UInt8(ascii: "\\"),
            bytes[at + 1] == UInt8(ascii: "u"), let low = codeUnit(at: at + 2),
            UTF16.isTrailSurrogate(low)
        else { return "\u{FFFD}" }
        at += 6
        return UTF16.decode(UTF16.EncodedScalar([high, low]))
    }

    private func codeUnit(at start: Int) -> UInt16? {
        guard bytes.count - start >= 4 else { return nil }
        var value: UInt16 = 0
        for byte in bytes[start..<start + 4] {
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x37
            case 0x61...0x66: digit = byte - 0x57
            default: return nil
            }
            value = value << 4 | UInt16(digit)
        }
        return value
    }

    private func peek() -> UInt8? { at < bytes.count ? bytes[at] : nil }

    /// The next byte that is not white space, left in place.
    private mutating func next() -> UInt8? {
        while let byte = peek() {
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            at += 1
        }
        return nil
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next() == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }
}
