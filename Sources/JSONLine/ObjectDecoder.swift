/// The members of an object.
struct ObjectDecoder<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let line: ScannedLine
    let index: Int

    var codingPath: [any CodingKey] { line.path(to: index) }
    var allKeys: [Key] {
        var keys: [Key] = []
        line.forEachKey(of: index) { name in
            if let key = Key(stringValue: name) { keys.append(key) }
        }
        return keys
    }

    func contains(_ key: Key) -> Bool { line.value(of: key.stringValue, in: index) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { line.isNull(at: try find(key)) }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        try line.decode(type, at: try find(key))
    }

    /// One look instead of the three of the protocol's own.
    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        guard let value = line.value(of: key.stringValue, in: index), !line.isNull(at: value)
        else { return nil }
        return try line.decode(type, at: value)
    }

    func nestedContainer<Nested>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        ValueDecoder(line: line, index: try find(PathKey.parent))
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

    private func decoder(_ key: Key) throws -> ValueDecoder {
        ValueDecoder(line: line, index: try find(key))
    }

    private func find(_ key: some CodingKey) throws -> Int {
        if let value = line.value(of: key.stringValue, in: index) { return value }
        throw DecodingError.keyNotFound(
            key, .init(codingPath: codingPath, debugDescription: "a key is missing"))
    }
}
