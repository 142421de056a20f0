/// The members of an object.
struct ObjectEncoder<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoding: Encoding
    let slot: Int

    var codingPath: [any CodingKey] { encoding.path(to: slot) }

    func encodeNil(forKey key: Key) { encoding.encodeNil(in: add(key)) }

    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        try encoding.encode(value, in: add(key))
    }

    func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
        guard let value else { return }
        try encoding.encode(value, in: add(key))
    }

    func nestedContainer<Nested>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        find(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        find(key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        ValueEncoder(
            encoding: encoding,
            slot: encoding.tree.pointee.add(PathKey.parent.stringValue, to: slot))
    }

    func superEncoder(forKey key: Key) -> any Encoder {
        ValueEncoder(encoding: encoding, slot: add(key))
    }

    private func add(_ key: Key) -> Int { encoding.tree.pointee.add(key.stringValue, to: slot) }

    private func find(_ key: Key) -> ValueEncoder {
        ValueEncoder(
            encoding: encoding, slot: encoding.tree.pointee.find(key.stringValue, in: slot))
    }
}
