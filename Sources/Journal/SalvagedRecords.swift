/// Every sound record of every segment, by number, each once.
struct SalvagedRecords {
    /// Where a record stands.
    private struct Place {
        var seq: Int
        var segment: Int
        var offset: Int
        var length: Int
    }

    /// Lines that hold no record, and records that are not understood.
    private(set) var lost: [Salvage.Loss] = []
    private let files: [any OpenFile]
    /// By `seq`.
    private var places: [Place] = []

    init<Part>(
        _ directory: StateDirectory, _ reader: StateReader<Part>
    ) throws(JournalFault) {
        files = try onDisk { () throws(FileError) in
            var files: [any OpenFile] = []
            for number in try directory.segmentNumbers() {
                files.append(try directory.files.open(directory.segment(number), .reading))
            }
            return files
        }
        try onDisk { () throws(FileError) in
            for index in files.indices { try read(index, reader) }
        }
        // A later segment's word counts: an earlier one that failed may hold what was given up.
        places.sort { ($0.seq, -$0.segment, $0.offset) < ($1.seq, -$1.segment, $1.offset) }
        var known = 0
        places.removeAll { place in
            defer { known = place.seq }
            return place.seq == known
        }
    }

    private mutating func read<Part>(
        _ index: Int, _ reader: StateReader<Part>
    ) throws(FileError) {
        let file = files[index]
        var batches = LineBatches(file)
        while let batch = try batches.next() {
            let decode = reader.record
            let outcomes = batch.map { line, isFinished -> Result<Int, Unsound> in
                guard isFinished else {
                    return .failure(Unsound(reason: "\(LineDamage.unfinished)"))
                }
                switch RecordLine.parse(line) {
                case .failure(let damage): return .failure(Unsound(reason: "\(damage)"))
                case .success((let record, _)):
                    if (try? decode(record)) != nil { return .success(record.seq) }
                    let damage = JournalFault.Damage.notUnderstood(kind: record.entry.kind)
                    return .failure(Unsound(reason: "record \(record.seq): \(damage)"))
                }
            }
            for (position, outcome) in outcomes.enumerated() {
                switch outcome {
                case .success(let seq):
                    places.append(
                        Place(
                            seq: seq, segment: index, offset: batch.offset(of: position),
                            length: batch.lines[position].count))
                case .failure(let unsound):
                    lost.append(.init(file.path, batch.firstNumber + position, unsound.reason))
                }
            }
        }
    }

    private struct Unsound: Error { var reason: String }

    var lowest: Int? { places.first?.seq }
    var last: Int { places.last?.seq ?? 0 }

    /// Whether there is something of what follows `seq`, from the very next record on, or nothing follows.
    func reach(after seq: Int, _ last: Int) -> Bool {
        seq >= last || places.contains { $0.seq == seq + 1 }
    }

    /// The gaps in what follows `seq`.
    func missing(after seq: Int, upTo last: Int) -> [ClosedRange<Int>] {
        var missing: [ClosedRange<Int>] = []
        var expected = seq + 1
        for place in places where place.seq >= expected {
            if place.seq > expected { missing.append(expected...place.seq - 1) }
            expected = place.seq + 1
        }
        if expected <= last { missing.append(expected...last) }
        return missing
    }

    /// Gives what follows `seq` to the reader, in order.
    /// - Returns: how many records that were.
    func take<Part>(after seq: Int, _ reader: StateReader<Part>) throws(JournalFault) -> Int {
        var count = 0
        for place in places where place.seq > seq {
            let line = try onDisk { () throws(FileError) in
                try files[place.segment].read(at: place.offset, count: place.length)
            }
            let part = line.withUnsafeBytes { raw -> Part? in
                guard case .success((let record, _)) = RecordLine.parse(raw) else { return nil }
                return try? reader.record(record)
            }
            guard let part else { continue }
            reader.take(part)
            count += 1
        }
        return count
    }
}
