/// One line of the journal as it was read.
enum RecordOutcome<Part: Sendable>: Sendable {
    case sound(SoundRecord<Part>)
    case damaged(LineDamage)

    /// What this line says of the disk when it was written; 0 where it says nothing.
    var durable: Int {
        if case .sound(let record) = self { record.durable } else { 0 }
    }
}

struct SoundRecord<Part: Sendable>: Sendable {
    var seq: Int
    var durable: Int
    var kind: String
    var checksum: UInt32
    /// Nil where the reader does not understand it.
    var part: Part?
}

/// The records of several segments one after the other, decoded some at a time on all cores.
struct RecordStream<Part: Sendable> {
    /// Where the line that `next` gave last stands: which segment, its 1-based number, where it starts.
    private(set) var segment = 0
    private(set) var line = 0
    private(set) var offset = 0

    let files: [any OpenFile]
    private let decode: @Sendable (Record) throws -> Part
    private var batches: LineBatches?
    private var batch: LineBatch?
    private var outcomes: [RecordOutcome<Part>] = []
    private var position = 0

    init(_ files: [any OpenFile], decode: @escaping @Sendable (Record) throws -> Part) {
        self.files = files
        self.decode = decode
        batches = files.first.map { LineBatches($0) }
    }

    mutating func next() throws(FileError) -> RecordOutcome<Part>? {
        while position == outcomes.count {
            guard let batch = try batches?.next() else {
                guard segment + 1 < files.count else { return nil }
                segment += 1
                line = 0
                batches = LineBatches(files[segment])
                continue
            }
            let decode = decode
            outcomes = batch.map { Self.outcome($0, isFinished: $1, decode) }
            self.batch = batch
            position = 0
        }
        defer { position += 1 }
        if let batch {
            line = batch.firstNumber + position
            offset = batch.offset(of: position)
        }
        return outcomes[position]
    }

    private static func outcome(
        _ line: UnsafeRawBufferPointer, isFinished: Bool,
        _ decode: (Record) throws -> Part
    ) -> RecordOutcome<Part> {
        guard isFinished else { return .damaged(.unfinished) }
        switch RecordLine.parse(line) {
        case .success((let record, let checksum)):
            return .sound(
                SoundRecord(
                    seq: record.seq, durable: record.durable, kind: record.entry.kind,
                    checksum: checksum, part: try? decode(record)))
        case .failure(let damage): return .damaged(damage)
        }
    }
}
