// Identifiers stand in the journal as one plain string each, so that `grep` and `jq` find them.

extension LosslessStringConvertible where Self: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a \(Self.self)")
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Account: Codable {}
extension RoomAddress: Codable {}
extension Cause: Codable {}
extension Platform: Codable {}
extension PersonID: Codable {}

extension Account: CodingKeyRepresentable {}
extension RoomAddress: CodingKeyRepresentable {}

extension LosslessStringConvertible where Self: CodingKeyRepresentable {
    package var codingKey: any CodingKey { TextKey(stringValue: description) }
    package init?(codingKey: some CodingKey) { self.init(codingKey.stringValue) }
}

private struct TextKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
