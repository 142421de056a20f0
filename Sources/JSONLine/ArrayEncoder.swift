/// The elements of an array.
struct ArrayEncoder: UnkeyedEncodingContainer {
    let encoding: Encoding
    let slot: Int

    var codingPath: [any CodingKey] { encoding.path(to: slot) }
    var count: Int { encoding.tree.pointee[slot].count }

    func encodeNil() { encoding.encodeNil(in: encoding.tree.pointee.addElement(to: slot)) }

    func encode<T: Encodable>(_ value: T) throws {
        try encoding.encode(value, in: encoding.tree.pointee.addElement(to: slot))
    }

    func nestedContainer<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        add().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { add().unkeyedContainer() }

    func superEncoder() -> any Encoder { add() }

    private func add() -> ValueEncoder {
        ValueEncoder(encoding: encoding, slot: encoding.tree.pointee.addElement(to: slot))
    }
}
