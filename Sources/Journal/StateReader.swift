/// How a caller makes its own values from the lines of a state.
///
/// `entity` and `record` run on several cores at once and only decode; `take` gets what they made one by one and in
/// order: first the entities of the snapshot, then the records that came after it. What they throw is told as damage
/// of that very line.
public struct StateReader<Part: Sendable> {
    /// A line of a snapshot's file, without its checksum.
    public var entity: @Sendable (_ file: String, _ line: UnsafeRawBufferPointer) throws -> Part
    public var record: @Sendable (Record) throws -> Part
    public var take: (Part) -> Void

    public init(
        entity: @escaping @Sendable (_ file: String, _ line: UnsafeRawBufferPointer) throws -> Part,
        record: @escaping @Sendable (Record) throws -> Part, take: @escaping (Part) -> Void
    ) {
        self.entity = entity
        self.record = record
        self.take = take
    }
}

extension StateReader<Void> {
    /// For who wants to know whether a state can be read, and not what is in it.
    static var blind: StateReader {
        StateReader(entity: { _, _ in }, record: { _ in }, take: { _ in })
    }
}
