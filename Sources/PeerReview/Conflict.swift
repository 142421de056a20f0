/// Two learners who must not review each other.
public struct Conflict: Hashable, Sendable {
    public var one: String
    public var other: String

    public init(_ one: String, _ other: String) {
        self.one = one
        self.other = other
    }
}

extension Conflict: Codable {
    /// A pair is written as a list of two ids.
    public init(from decoder: any Decoder) throws {
        var pair = try decoder.unkeyedContainer()
        self.init(try pair.decode(String.self), try pair.decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var pair = encoder.unkeyedContainer()
        try pair.encode(one)
        try pair.encode(other)
    }
}
