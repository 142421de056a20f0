/// Goes through segments to their end, whatever is wrong in them, and judges all of it as a start judges the first.
///
/// Damage below the mark of any later record, or below HEAD's, is damage to what somebody was told. Above every such
/// mark begins the unacknowledged tail.
struct InspectionOfSegments<Part: Sendable> {
    private(set) var files: [Inspection.File] = []
    /// How far the records reach without a break; nil where there was one.
    private(set) var end: Reach?

    private let numbers: [Int]
    private let opened: [any OpenFile]
    private let directory: StateDirectory
    private let head: Head?
    private let role: Inspection.Role
    private var last: Int?
    /// nil behind damage.
    private var chain: Chain?
    /// Damaged lines since the last sound one: each stands for a record.
    private var damagedLines = 0
    private var irregularities: [Irregularity] = []

    /// Something wrong, and what is needed to tell damage from a tail.
    private struct Irregularity {
        var file: Int
        var line: Int
        var offset: Int
        var reason: String
        /// The last sound record in front of it, and the chain up to there.
        var last: Int
        var chain: Chain?
        /// The highest mark in this line and those up to the next irregularity.
        var durable: Int
        /// Whether it breaks the row of records, as opposed to a record that is only not understood.
        var isBreak: Bool
        /// A segment that is not there at all.
        var missing: Int?
        /// The file whose end is not there.
        var cut: Int?
    }

    init(
        _ numbers: [Int], in directory: StateDirectory, after start: Reach?, head: Head?,
        role: Inspection.Role
    ) throws(JournalFault) {
        self.numbers = numbers
        self.directory = directory
        self.head = head
        self.role = role
        (last, chain) = (start?.seq, start?.chain)
        (opened, files) = try onDisk { () throws(FileError) in
            var opened: [any OpenFile] = []
            var files: [Inspection.File] = []
            for number in numbers {
                let file = try directory.files.open(directory.segment(number), .reading)
                opened.append(file)
                var described = Inspection.File(file.path, role, bytes: try file.size())
                described.lines = 0
                files.append(described)
            }
            return (opened, files)
        }
    }

    mutating func run(_ reader: StateReader<Part>) throws(JournalFault) {
        var stream = RecordStream(opened, decode: reader.record)
        witness(file: 0, line: 1)
        while let outcome = try onDisk({ () throws(FileError) in try stream.next() }) {
            files[stream.segment].lines = stream.line
            if !irregularities.isEmpty {
                let mark = irregularities[irregularities.count - 1].durable
                irregularities[irregularities.count - 1].durable = max(mark, outcome.durable)
            }
            switch outcome {
            case .damaged(let damage):
                irregular("\(damage)", stream, durable: 0)
                chain = nil
                damagedLines += 1
            case .sound(let record): take(record, stream)
            }
        }
        try judge()
        end = chain.flatMap { chain in last.map { Reach(seq: $0, chain: chain) } }
        checkEnd()
    }

    private mutating func take(_ record: SoundRecord<Part>, _ stream: RecordStream<Part>) {
        let file = stream.segment
        files[file].firstSeq = min(files[file].firstSeq ?? record.seq, record.seq)
        files[file].lastSeq = max(files[file].lastSeq ?? 0, record.seq)
        let before = last ?? record.seq - 1
        if record.seq == before + 1 {
            if last != nil { chain?.add(record.checksum) }
        } else if record.seq <= before || record.seq > before + 1 + damagedLines {
            misplaced(record, after: before, stream)
        }
        last = max(before, record.seq)
        damagedLines = 0
        witness(file: file, line: stream.line)
        if record.part == nil {
            let damage = JournalFault.Damage.notUnderstood(kind: record.kind)
            irregular("\(damage)", stream, durable: record.durable, isBreak: false)
        }
    }

    /// A record out of its place; at the start of a segment it shows that a whole one is not there.
    private mutating func misplaced(
        _ record: SoundRecord<Part>, after before: Int, _ stream: RecordStream<Part>
    ) {
        defer { chain = nil }
        let file = stream.segment
        let expected = (file > 0 ? numbers[file - 1] : numbers[file] - 1) + 1
        let damage = LineDamage.outOfOrder(expected: before + 1, found: record.seq)
        let isFirst = stream.line == 1
        irregular(
            "\(damage)", stream, durable: record.durable,
            missing: isFirst && numbers[file] > expected ? expected : nil)
        // Records that are missing between two segments were rather cut off than cut out.
        if isFirst, file > 0, numbers[file] == expected, record.seq > before + 1 {
            irregularities[irregularities.count - 1].cut = file - 1
        }
    }

    private mutating func irregular(
        _ reason: String, _ stream: RecordStream<Part>, durable: Int, isBreak: Bool = true,
        missing: Int? = nil
    ) {
        irregularities.append(
            Irregularity(
                file: stream.segment, line: stream.line, offset: stream.offset, reason: reason,
                last: last ?? 0, chain: chain, durable: durable, isBreak: isBreak, missing: missing)
        )
    }

    /// The records up to HEAD's must be those that HEAD was written over.
    private mutating func witness(file: Int, line: Int) {
        guard let head, let chain, last == head.seq, chain != head.chain else { return }
        let reason = "\(JournalFault.Damage.otherHistory)"
        report(reason, line: line, in: files.indices.contains(file) ? file : nil)
    }

    /// From the back, since what counts is what later lines say.
    private mutating func judge() throws(JournalFault) {
        var mark = head?.seq ?? 0
        var tail = irregularities.count
        for (index, found) in irregularities.enumerated().reversed() {
            mark = max(mark, found.durable)
            if found.isBreak, mark <= found.last { tail = index }
        }
        for found in irregularities[..<tail] {
            if let missing = found.missing {
                var file = Inspection.File(directory.segment(missing), role)
                file.findings = [
                    .init(line: 1, reason: "\(JournalFault.Damage.missing)", isDamage: true)
                ]
                files.append(file)
            } else if let cut = found.cut {
                report(found.reason, line: (files[cut].lines ?? 0) + 1, in: cut)
            } else {
                report(found.reason, line: found.line, in: found.file)
            }
        }
        guard tail < irregularities.count else { return }
        let start = irregularities[tail]
        var bytes = 0
        for file in start.file..<files.count where file < opened.count {
            bytes += (files[file].bytes ?? 0) - (file == start.file ? start.offset : 0)
        }
        files[start.file].findings.append(
            .init(
                line: start.line,
                reason: start.reason
                    + ": an unacknowledged tail of \(bytes) bytes, which a start sets aside",
                isDamage: false))
        (last, chain) = (start.last, start.chain)
    }

    /// A journal that is shorter than HEAD says.
    private mutating func checkEnd() {
        guard let head, let last, last < head.seq, let file = opened.indices.last else { return }
        let damage = JournalFault.Damage.endsEarly(last: last, head: head.seq)
        report("\(damage)", line: (files[file].lines ?? 0) + 1, in: file)
    }

    private mutating func report(_ reason: String, line: Int, in file: Int?) {
        let finding = Inspection.Finding(line: line, reason: reason, isDamage: true)
        if let file {
            files[file].findings.append(finding)
        } else {
            var described = Inspection.File(directory.head, .current)
            described.findings = [finding]
            files.append(described)
        }
    }
}
