/// Reads the segments that follow a snapshot, and judges what it finds wrong.
///
/// Damage to a record that some later record or HEAD calls durable is damage to what somebody may have been told: it is
/// refused. Damage above every such mark is the unacknowledged tail that a power cut leaves, whole pages of it zeroed
/// or not: it is handed back, for nobody was told anything in it.
struct JournalReplay {
    /// The segments in order, with their numbers.
    let numbers: [Int]
    let files: [any OpenFile]
    /// How many bytes of each segment hold sound records.
    private(set) var soundLengths: [Int] = []
    /// The last sound record.
    private(set) var last: Int
    /// The last record that HEAD or a later record says was on disk.
    private var proven: Int
    /// The segments with records that nothing says were on disk.
    private(set) var unproven: Set<Int> = []
    private(set) var chain: Chain
    private(set) var tail: TornTail?

    private let head: Head
    private let directory: StateDirectory

    /// Opens the segments from the one that HEAD names. `seq` and `chain` are those of the snapshot before it.
    init(
        _ head: Head, in directory: StateDirectory, after seq: Int, _ chain: Chain,
        _ access: FileAccess
    ) throws(JournalFault) {
        self.head = head
        self.directory = directory
        last = seq
        proven = max(seq, head.seq)
        self.chain = chain
        let numbers = try onDisk { () throws(FileError) in
            try directory.segmentNumbers().filter { $0 >= head.first }
        }
        guard numbers.first == head.first else {
            throw .damaged(path: directory.segment(head.first), line: 1, .missing)
        }
        files = try onDisk { () throws(FileError) in
            var files: [any OpenFile] = []
            for number in numbers {
                files.append(try directory.files.open(directory.segment(number), access))
            }
            return files
        }
        self.numbers = numbers
    }

    mutating func run<Part>(_ reader: StateReader<Part>) throws(JournalFault) {
        var stream = RecordStream(files, decode: reader.record)
        var ends: [Int: Int] = [:]
        defer { unproven = Set(ends.filter { $0.value > proven }.map { numbers[$0.key] }) }
        try witness(at: directory.segment(head.first), line: 1)
        while let outcome = try onDisk({ () throws(FileError) in try stream.next() }) {
            guard case .sound(let record) = outcome, record.seq == last + 1 else {
                try judge(outcome, &stream)
                break
            }
            last = record.seq
            proven = max(proven, record.durable)
            ends[stream.segment] = last
            chain.add(record.checksum)
            let path = files[stream.segment].path
            try witness(at: path, line: stream.line)
            guard let part = record.part else {
                throw .damaged(path: path, line: stream.line, .notUnderstood(kind: record.kind))
            }
            reader.take(part)
        }
        let end = stream.segment
        guard last >= head.seq else {
            throw .damaged(
                path: files[end].path, line: stream.line + 1,
                .endsEarly(last: last, head: head.seq))
        }
        try measure(tailIn: tail == nil ? nil : tailSegment, at: tailOffset)
    }

    /// Where the last sound record stands.
    private var lastSegment = 0
    private var lastLine = 0
    private var tailSegment = 0
    private var tailOffset = 0

    /// The records up to HEAD's must be those that HEAD was written over.
    private func witness(at path: String, line: Int) throws(JournalFault) {
        if last == head.seq, chain != head.chain {
            throw .damaged(path: path, line: line, .otherHistory)
        }
    }

    private mutating func judge<Part>(
        _ outcome: RecordOutcome<Part>, _ stream: inout RecordStream<Part>
    ) throws(JournalFault) {
        let (segment, line, offset) = (stream.segment, stream.line, stream.offset)
        var mark = max(outcome.durable, head.seq)
        while mark <= last,
            let later = try onDisk({ () throws(FileError) in try stream.next() })
        {
            mark = max(mark, later.durable)
        }
        let damage: LineDamage
        switch outcome {
        case .sound(let record): damage = .outOfOrder(expected: last + 1, found: record.seq)
        case .damaged(let found): damage = found
        }
        guard mark <= last else {
            // A whole segment that is not there shows as a record out of order at the start of the next one.
            let before = segment > 0 ? numbers[segment - 1] : head.first - 1
            if case .sound = outcome, line == 1, numbers[segment] > before + 1 {
                throw .damaged(path: directory.segment(before + 1), line: 1, .missing)
            }
            // Records that are missing between two segments were rather cut off than cut out.
            if case .sound(let record) = outcome, line == 1, segment > 0, record.seq > last + 1 {
                let end = lastSegment == segment - 1 ? lastLine + 1 : 1
                throw .damaged(path: files[segment - 1].path, line: end, .line(damage))
            }
            throw .damaged(path: files[segment].path, line: line, .line(damage))
        }
        (tailSegment, tailOffset) = (segment, offset)
        tail = TornTail(path: files[segment].path, line: line, byteCount: 0, damage: damage)
    }

    private mutating func measure(tailIn segment: Int?, at offset: Int) throws(JournalFault) {
        for (index, file) in files.enumerated() {
            let size = try onDisk { () throws(FileError) in try file.size() }
            var sound = size
            if let segment, index >= segment { sound = index == segment ? offset : 0 }
            soundLengths.append(sound)
            tail?.byteCount += size - sound
        }
    }
}
