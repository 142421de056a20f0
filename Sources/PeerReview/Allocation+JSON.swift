public import FoundationEssentials

extension Allocation {
    /// An `allocation/1` file: one line with its fields in alphabetical order, the same bytes for equal allocations.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}
