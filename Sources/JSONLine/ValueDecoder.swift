/// The decoder that a value meets in its own `init(from:)`: its entry in the line.
struct ValueDecoder: Decoder, SingleValueDecodingContainer {
    let line: ScannedLine
    let index: Int

    var codingPath: [any CodingKey] { line.path(to: index) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard line[index].kind == .object else {
            throw line.mismatch([String: Any].self, at: index)
        }
        return KeyedDecodingContainer(ObjectDecoder<Key>(line: line, index: index))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard line[index].kind == .array else { throw line.mismatch([Any].self, at: index) }
        return ArrayDecoder(line: line, index: index)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    func decodeNil() -> Bool { line.isNull(at: index) }

    func decode<T: Decodable>(_ type: T.Type) throws -> T { try line.decode(type, at: index) }
}
