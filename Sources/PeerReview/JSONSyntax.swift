/// Finds where a text stops being JSON, so that a slip in a large file can be found by line and column.
struct JSONSyntax {
    /// The first place that cannot be so, and what could be there.
    struct Fault: Error, Equatable {
        var line: Int
        var column: Int
        var expected: String
    }

    private let bytes: [UInt8]
    private var position = 0

    private init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    /// nil where all of it is one JSON value.
    static func fault(in bytes: some Sequence<UInt8>) -> Fault? {
        var syntax = JSONSyntax(bytes)
        do throws(Fault) {
            try syntax.value(depth: 0)
            syntax.skipSpace()
            return syntax.next == nil ? nil : syntax.fault("the end of the file")
        } catch {
            return error
        }
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func fault(_ expected: String) -> Fault {
        let before = bytes[..<position]
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return Fault(
            line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: position - start + 1,
            expected: expected)
    }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(Fault) {
        skipSpace()
        // Deeper than any scenario, and not so deep that the stack ends.
        guard depth < 100 else { throw fault("no further nesting") }
        switch next {
        case UInt8(ascii: "{"): try members(depth: depth)
        case UInt8(ascii: "["): try elements(depth: depth)
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte): try number()
        default: throw fault("a value")
        }
    }

    private mutating func members(depth: Int) throws(Fault) {
        position += 1
        skipSpace()
        if take("}") { return }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw fault("a name in quotes") }
            try string()
            skipSpace()
            guard take(":") else { throw fault("':'") }
            try value(depth: depth + 1)
            skipSpace()
            if take("}") { return }
            guard take(",") else { throw fault("',' or '}'") }
        }
    }

    private mutating func elements(depth: Int) throws(Fault) {
        position += 1
        skipSpace()
        if take("]") { return }
        while true {
            try value(depth: depth + 1)
            skipSpace()
            if take("]") { return }
            guard take(",") else { throw fault("',' or ']'") }
        }
    }

    private mutating func string() throws(Fault) {
        position += 1
        while let byte = next, byte >= 0x20 {
            position += 1
            if byte == UInt8(ascii: "\"") { return }
            if byte == UInt8(ascii: "\\"), next != nil { position += 1 }
        }
        throw fault("'\"'")
    }

    private mutating func word(_ word: StaticString) throws(Fault) {
        for character in "\(word)".unicodeScalars where !take(character) {
            throw fault("\(word)")
        }
    }

    private mutating func number() throws(Fault) {
        _ = take("-")
        try digits()
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
    }

    private mutating func digits() throws(Fault) {
        let start = position
        while let byte = next, Self.isDigit(byte) { position += 1 }
        if position == start { throw fault("a digit") }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
