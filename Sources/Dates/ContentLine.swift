/// One line of a calendar file after unfolding: `NAME;PARAM=value:value`.
struct ContentLine {
    /// In capitals.
    let name: String
    let parameters: [(name: String, value: String)]
    let value: ArraySlice<UInt8>
    /// Counted from 1, where it begins in the file.
    let number: Int

    var text: String { String(decoding: value, as: UTF8.self) }

    /// The value without the spaces around it.
    var trimmedValue: ArraySlice<UInt8> {
        var value = value
        while let first = value.first, first <= 0x20 { value.removeFirst() }
        while let last = value.last, last <= 0x20 { value.removeLast() }
        return value
    }

    var trimmed: String { String(decoding: trimmedValue, as: UTF8.self) }

    func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

    /// Nil where the bytes are no property.
    init?(_ bytes: ArraySlice<UInt8>, number: Int) {
        var index = bytes.startIndex
        while index < bytes.endIndex, Self.isNameByte(bytes[index]) { index += 1 }
        guard index > bytes.startIndex, index < bytes.endIndex else { return nil }
        name = Self.capitals(bytes[..<index])
        var parameters: [(String, String)] = []
        while index < bytes.endIndex, bytes[index] == UInt8(ascii: ";"), parameters.count < 50 {
            let start = index + 1
            index = start
            while index < bytes.endIndex, Self.isNameByte(bytes[index]) { index += 1 }
            guard index < bytes.endIndex else { return nil }
            let name = Self.capitals(bytes[start..<index])
            guard bytes[index] == UInt8(ascii: "=") else { return nil }
            index += 1
            let from = index
            var isQuoted = false
            while index < bytes.endIndex {
                let byte = bytes[index]
                if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
                if !isQuoted, byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":") { break }
                index += 1
            }
            let value = bytes[from..<index]
            let plain =
                value.contains(UInt8(ascii: "\""))
                ? value.filter { $0 != UInt8(ascii: "\"") }[...] : value
            parameters.append((name, String(decoding: plain, as: UTF8.self)))
        }
        guard index < bytes.endIndex, bytes[index] == UInt8(ascii: ":") else { return nil }
        self.parameters = parameters
        value = bytes[(index + 1)...]
        self.number = number
    }

    private static func capitals(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return bytes.contains { (0x61...0x7A).contains($0) } ? text.uppercased() : text
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
    }

    /// The value as text: `\\n`, `\\,`, `\\;` and `\\\\` stand for what they escape.
    var unescaped: String {
        guard value.contains(UInt8(ascii: "\\")) else { return text }
        var plain: [UInt8] = []
        plain.reserveCapacity(value.count)
        var isEscaped = false
        for byte in value {
            if isEscaped {
                plain.append(byte | 0x20 == UInt8(ascii: "n") ? 0x0A : byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                plain.append(byte)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}

/// Gives the lines of a calendar file unfolded, whatever ends them.
struct ContentLines {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var number = 0

    /// The longest line, unfolded; what is longer is an attachment.
    static let longest = 65_536

    init(_ bytes: [UInt8]) {
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        self.bytes = bytes[(hasMark ? 3 : 0)...]
        position = self.bytes.startIndex
    }

    /// The next line that is not empty, and its number; `bytes` is nil where it is too long.
    mutating func next() -> (bytes: ArraySlice<UInt8>?, number: Int)? {
        while position < bytes.endIndex {
            let first = physical()
            let start = number
            guard isFolded else {
                if first.isEmpty { continue }
                return (first.count <= Self.longest ? first : nil, start)
            }
            var whole = Array(first)
            while isFolded {
                let part = physical().dropFirst()
                if whole.count <= Self.longest { whole += part }
            }
            return (whole.count <= Self.longest ? whole[...] : nil, start)
        }
        return nil
    }

    private var isFolded: Bool {
        position < bytes.endIndex && (bytes[position] == 0x20 || bytes[position] == 0x09)
    }

    private mutating func physical() -> ArraySlice<UInt8> {
        number += 1
        let start = position
        while position < bytes.endIndex, bytes[position] != 0x0A, bytes[position] != 0x0D {
            position += 1
        }
        let line = bytes[start..<position]
        if position < bytes.endIndex {
            let isReturn = bytes[position] == 0x0D
            position += 1
            if isReturn, position < bytes.endIndex, bytes[position] == 0x0A { position += 1 }
        }
        return line
    }
}
