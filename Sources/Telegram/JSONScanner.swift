/// Why bytes could not be read as what was expected.
enum JSONFault: Error {
    /// They are no JSON, or end too early.
    case malformed
    /// They are JSON, but not of the kind that was asked for.
    case mismatch
}

/// Reads JSON from bytes in one pass, only the members that are asked for, without building a tree.
///
/// Foundation's decoder costs four times as much per update and fails a whole batch for one wrong field. Here a
/// caller names the members it knows; everything else is stepped over, checked only for being JSON. Array accesses
/// are bounds-checked and nesting is limited, so hostile bytes end in a `JSONFault`, never in a trap.
struct JSONScanner {
    private static let deepest = 64

    private let bytes: [UInt8]
    private var at = 0
    private var depth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Calls `member` with each name and the scanner standing on its value. A value that `member` leaves alone is
    /// skipped; `null` counts as absent.
    mutating func object(
        _ member: (JSONName, inout JSONScanner) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        try enter("{")
        guard !take("}") else { return depth -= 1 }
        repeat {
            guard next() == UInt8(ascii: "\"") else { throw .malformed }
            let name = try name()
            guard take(":") else { throw .malformed }
            guard next() != UInt8(ascii: "n") else {
                try skip()
                continue
            }
            let start = at
            try member(name, &self)
            if at == start { try skip() }
        } while take(",")
        try leave("}")
    }

    /// Calls `element` with the scanner standing on each element; one that it leaves alone is skipped.
    mutating func array(_ element: (inout JSONScanner) throws(JSONFault) -> Void) throws(JSONFault)
    {
        try enter("[")
        guard !take("]") else { return depth -= 1 }
        repeat {
            _ = next()
            let start = at
            try element(&self)
            if at == start { try skip() }
        } while take(",")
        try leave("]")
    }

    mutating func int() throws(JSONFault) -> Int64 {
        guard let first = next() else { throw .malformed }
        let negative = first == UInt8(ascii: "-")
        guard negative || Self.isDigit(first) else { throw .mismatch }
        if negative { at += 1 }
        guard at < bytes.count, Self.isDigit(bytes[at]) else { throw .malformed }
        var value: Int64 = 0
        while at < bytes.count, Self.isDigit(bytes[at]) {
            let digit = Int64(bytes[at] &- 0x30)
            let (product, tooBig) = value.multipliedReportingOverflow(by: 10)
            let (sum, over) = product.subtractingReportingOverflow(digit)
            guard !tooBig, !over else { throw .mismatch }
            value = sum
            at += 1
        }
        if at < bytes.count, bytes[at] == 0x2E || bytes[at] | 0x20 == 0x65 { throw .mismatch }
        guard negative || value != .min else { throw .mismatch }
        return negative ? value : -value
    }

    /// A number with or without a fraction, as near as a `Double` comes to it.
    mutating func double() throws(JSONFault) -> Double {
        guard let first = next() else { throw .malformed }
        guard first == UInt8(ascii: "-") || Self.isDigit(first) else { throw .mismatch }
        let start = at
        try skipNumber()
        guard let value = Double(String(decoding: bytes[start..<at], as: UTF8.self)),
            value.isFinite
        else { throw .malformed }
        return value
    }

    mutating func bool() throws(JSONFault) -> Bool {
        switch next() {
        case UInt8(ascii: "t"):
            try literal("true")
            return true
        case UInt8(ascii: "f"):
            try literal("false")
            return false
        case nil: throw .malformed
        default: throw .mismatch
        }
    }

    /// A string with its escapes resolved; lone surrogates and invalid UTF-8 become U+FFFD.
    mutating func string() throws(JSONFault) -> String {
        guard let first = next() else { throw .malformed }
        guard first == UInt8(ascii: "\"") else { throw .mismatch }
        let start = at + 1
        let (end, hasEscapes) = try closingQuote(from: start)
        at = end + 1
        guard hasEscapes else { return String(decoding: bytes[start..<end], as: UTF8.self) }
        return try unescaped(bytes[start..<end])
    }

    /// A name; the scanner stands on its quote.
    private mutating func name() throws(JSONFault) -> JSONName {
        let start = at + 1
        let (end, hasEscapes) = try closingQuote(from: start)
        at = end + 1
        return hasEscapes
            ? JSONName(try unescaped(bytes[start..<end])) : JSONName(bytes, start..<end)
    }

    /// Steps over one value of any kind.
    mutating func skip() throws(JSONFault) {
        switch next() {
        case UInt8(ascii: "{"):
            try enter("{")
            guard !take("}") else { return depth -= 1 }
            repeat {
                guard next() == UInt8(ascii: "\"") else { throw .malformed }
                try skip()
                guard take(":") else { throw .malformed }
                try skip()
            } while take(",")
            try leave("}")
        case UInt8(ascii: "["):
            try enter("[")
            guard !take("]") else { return depth -= 1 }
            repeat { try skip() } while take(",")
            try leave("]")
        case UInt8(ascii: "\""): at = try closingQuote(from: at + 1).end + 1
        case UInt8(ascii: "t"): try literal("true")
        case UInt8(ascii: "f"): try literal("false")
        case UInt8(ascii: "n"): try literal("null")
        default: try skipNumber()
        }
    }

    /// Throws unless nothing but white space is left.
    mutating func end() throws(JSONFault) {
        guard next() == nil else { throw .malformed }
    }
}

extension JSONScanner {
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// The next byte that is not white space, left in place.
    private mutating func next() -> UInt8? {
        while at < bytes.count {
            let byte = bytes[at]
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

    private mutating func enter(_ bracket: Unicode.Scalar) throws(JSONFault) {
        guard next() != nil else { throw .malformed }
        guard take(bracket) else { throw .mismatch }
        depth += 1
        guard depth <= Self.deepest else { throw .malformed }
    }

    private mutating func leave(_ bracket: Unicode.Scalar) throws(JSONFault) {
        guard take(bracket) else { throw .malformed }
        depth -= 1
    }

    private mutating func literal(_ word: StaticString) throws(JSONFault) {
        let count = word.utf8CodeUnitCount
        guard bytes.count - at >= count,
            word.withUTF8Buffer({ bytes[at..<at + count].elementsEqual($0) })
        else { throw .malformed }
        at += count
    }

    private mutating func skipNumber() throws(JSONFault) {
        let start = at
        while at < bytes.count {
            switch bytes[at] {
            case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: at += 1
            default:
                guard at > start else { throw .malformed }
                return
            }
        }
        guard at > start else { throw .malformed }
    }

    private func closingQuote(from start: Int) throws(JSONFault) -> (end: Int, hasEscapes: Bool) {
        var index = start
        var hasEscapes = false
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""): return (index, hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                index += 2
            default: index += 1
            }
        }
        throw .malformed
    }
}
