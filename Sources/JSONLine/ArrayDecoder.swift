/// The elements of an array, one after the other.
struct ArrayDecoder: UnkeyedDecodingContainer {
    let line: ScannedLine
    // Three words in all, so that `any UnkeyedDecodingContainer` needs no memory of its own.
    private let array: UInt32
    private var next: UInt32
    private var passed: UInt32 = 0

    init(line: ScannedLine, index: Int) {
        self.line = line
        array = UInt32(truncatingIfNeeded: index)
        next = array + 1
    }

    var codingPath: [any CodingKey] { line.path(to: Int(array)) }
    var count: Int? { Int(line[Int(array)].count) }
    var currentIndex: Int { Int(passed) }
    var isAtEnd: Bool { passed >= line[Int(array)].count }

    mutating func decodeNil() throws -> Bool {
        let isNull = line.isNull(at: try element(Never.self))
        if isNull { advance() }
        return isNull
    }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let value = try line.decode(type, at: try element(type))
        advance()
        return value
    }

    mutating func decodeIfPresent<T: Decodable>(_ type: T.Type) throws -> T? {
        if try isAtEnd || decodeNil() { return nil }
        return try decode(type)
    }

    mutating func nestedContainer<Key>(
        keyedBy type: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
        let container = try decoder().container(keyedBy: type)
        advance()
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try decoder().unkeyedContainer()
        advance()
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = try decoder()
        advance()
        return decoder
    }

    private func decoder() throws -> ValueDecoder {
        ValueDecoder(line: line, index: try element((any Decoder).self))
    }

    private func element(_ type: any Any.Type) throws -> Int {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                type,
                .init(
                    codingPath: codingPath + [PathKey(currentIndex)],
                    debugDescription: "the array has no more elements"))
        }
        return Int(next)
    }

    private mutating func advance() {
        next = line[Int(next)].next
        passed += 1
    }
}
