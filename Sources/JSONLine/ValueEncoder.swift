/// The encoder that a value meets in its own `encode(to:)`: its slot in the tree.
struct ValueEncoder: Encoder, SingleValueEncodingContainer {
    let encoding: Encoding
    let slot: Int

    var codingPath: [any CodingKey] { encoding.path(to: slot) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        encoding.tree.pointee.open(slot, as: .object)
        return KeyedEncodingContainer(ObjectEncoder<Key>(encoding: encoding, slot: slot))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        encoding.tree.pointee.open(slot, as: .array)
        return ArrayEncoder(encoding: encoding, slot: slot)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    func encodeNil() { encoding.encodeNil(in: slot) }

    func encode<T: Encodable>(_ value: T) throws { try encoding.encode(value, in: slot) }
}
