/// Reads a segment from its first record on, and judges what it finds wrong.
///
/// Damage to a record that some later record or HEAD calls durable is damage to what somebody may have been told: it is
/// refused. Damage above every such mark is the unacknowledged tail that a power cut leaves, whole pages of it zeroed
/// or not: it is handed back, for nobody was told anything in it.
struct SegmentReplay {
    let path: String
    let head: Head

    /// The sound records that were read.
    private(set) var last = 0
    private(set) var chain = Chain()
    /// The bytes of the file that hold them.
    private(set) var soundLength = 0
    private(set) var tail: TornTail?

    init(path: String, head: Head) {
        self.path = path
        self.head = head
    }

    mutating func run(
        _ file: any OpenFile, _ replay: (Record) throws -> Void
    ) throws(JournalFault) {
        var lines = LineReader(file)
        while let parsed = try nextLine(&lines) {
            switch parsed {
            case .success((let record, let checksum)) where record.seq == last + 1:
                last = record.seq
                chain.add(checksum)
                if last == head.seq, chain != head.chain {
                    throw .damaged(path: path, line: lines.number, .otherHistory)
                }
                do { try replay(record) } catch {
                    throw .damaged(
                        path: path, line: lines.number, .notUnderstood(kind: record.entry.kind))
                }
            case .success((let record, _)):
                let damage = LineDamage.outOfOrder(expected: last + 1, found: record.seq)
                return try judge(damage, &lines, durable: record.durable)
            case .failure(let damage):
                return try judge(damage, &lines, durable: 0)
            }
        }
        guard last >= head.seq else {
            throw .damaged(
                path: path, line: lines.number + 1, .endsEarly(last: last, head: head.seq))
        }
        soundLength = try onDisk { () throws(FileError) in try file.size() }
    }

    private func nextLine(
        _ lines: inout LineReader
    ) throws(JournalFault) -> Result<(Record, checksum: UInt32), LineDamage>? {
        try onDisk { () throws(FileError) in
            try lines.next { line, isFinished in
                isFinished ? RecordLine.parse(line) : .failure(.unfinished)
            }
        }
    }

    /// `durable`: the mark of the damaged line itself, where it is a record at all.
    private mutating func judge(
        _ damage: LineDamage, _ lines: inout LineReader, durable: Int
    ) throws(JournalFault) {
        let (line, offset) = (lines.number, lines.offset)
        var mark = max(durable, head.seq)
        while mark <= last, let parsed = try nextLine(&lines) {
            if case .success((let record, _)) = parsed { mark = max(mark, record.durable) }
        }
        guard mark <= last else { throw .damaged(path: path, line: line, .line(damage)) }
        soundLength = offset
        let length = lines.nextOffset - offset
        tail = TornTail(path: path, line: line, byteCount: length, damage: damage)
    }
}
