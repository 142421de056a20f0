/// Reads a byte array from front to back and answers nil instead of running over its end.
struct ByteReader {
    private let bytes: ArraySlice<UInt8>
    private(set) var position: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes[...]
        position = bytes.startIndex
    }

    var isAtEnd: Bool { position >= bytes.endIndex }
    var peek: UInt8? { isAtEnd ? nil : bytes[position] }

    mutating func next() -> UInt8? {
        guard let byte = peek else { return nil }
        position += 1
        return byte
    }

    /// Takes the byte when it is the wanted one.
    mutating func take(_ wanted: UInt8) -> Bool {
        guard peek == wanted else { return false }
        position += 1
        return true
    }

    mutating func take(count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, bytes.endIndex - position >= count else { return nil }
        defer { position += count }
        return bytes[position..<position + count]
    }

    /// A big-endian two's-complement number of that many bytes, at most eight.
    mutating func signed(_ count: Int) -> Int? {
        guard let slice = take(count: count), let first = slice.first else { return nil }
        return slice.dropFirst().reduce(Int(Int8(bitPattern: first))) { $0 << 8 | Int($1) }
    }

    /// Decimal digits, at most nine of them; nil where there is none.
    mutating func number() -> Int? {
        var value = 0
        var digits = 0
        while let byte = peek, (0x30...0x39).contains(byte), digits < 9 {
            value = value * 10 + Int(byte - 0x30)
            digits += 1
            position += 1
        }
        return digits == 0 ? nil : value
    }
}
