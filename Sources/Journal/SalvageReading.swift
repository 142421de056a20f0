/// Reads all that is sound in a damaged state, in an order that makes sense of it.
struct SalvageReading {
    private(set) var salvage = Salvage(destination: "")
    private(set) var epoch = 0
    /// No later record than this was ever written, as far as anybody can tell.
    private(set) var lastSeq = 0
    private let directory: StateDirectory
    private let head: Head?

    init(_ directory: StateDirectory) throws(JournalFault) {
        self.directory = directory
        let bytes = try onDisk { () throws(FileError) in try directory.contents(directory.head) }
        head = bytes.flatMap { Head($0) }
        epoch = head?.epoch ?? 0
        lastSeq = head?.seq ?? 0
    }

    mutating func run<Part>(_ reader: StateReader<Part>) throws(JournalFault) {
        let records = try SalvagedRecords(directory, reader)
        lastSeq = max(lastSeq, records.last)
        let base = try base(reader, records)
        var seq = 0
        if let base {
            salvage.snapshot = base.name
            seq = base.seq ?? records.lowest.map { $0 - 1 } ?? lastSeq
            try takeEntities(of: base, reader)
        }
        lastSeq = max(lastSeq, seq)
        salvage.lost += records.lost.filter { loss in
            // What an older snapshot's segment lost is in this snapshot anyway.
            loss.numberedBefore(base?.number ?? 0) == false
        }
        for range in records.missing(after: seq, upTo: lastSeq) { salvage.missing.append(range) }
        salvage.records = try records.take(after: seq, reader)
    }

    // MARK: The snapshot to begin with

    /// One snapshot and how much of it is lost.
    private struct Base {
        var number: Int
        var name: String
        /// nil where its manifest does not say.
        var seq: Int?
        var files: [String]
        var lost: [Salvage.Loss]
        /// Whether every file is exactly what its manifest says.
        var isWhole = true
    }

    /// The newest snapshot that is whole; else the journal from its first record, where it is there; else the snapshot
    /// of which least is lost.
    ///
    /// What a snapshot older than the newest lacks must be in the segments behind it.
    private func base<Part>(
        _ reader: StateReader<Part>, _ records: SalvagedRecords
    ) throws(JournalFault) -> Base? {
        var best: Base?
        let numbers = try onDisk { () throws(FileError) in try directory.snapshotNumbers() }
        for number in numbers.reversed() {
            // One that HEAD never came to was not finished, unless nobody knows HEAD.
            if let head, number > head.first - 1 { continue }
            let found = try examine(number, reader)
            if let seq = found.seq, found.isWhole,
                best == nil || records.reach(after: seq, lastSeq)
            {
                return found
            }
            if best.map({ found.lost.count < $0.lost.count }) ?? true { best = found }
        }
        if records.reach(after: 0, lastSeq) { return nil }
        return best
    }

    private func examine<Part>(
        _ number: Int, _ reader: StateReader<Part>
    ) throws(JournalFault) -> Base {
        let name = SnapshotName.name(number)
        var base = Base(number: number, name: name, files: [], lost: [])
        do throws(JournalFault) {
            let manifest = try SnapshotReplay(name, in: directory).manifest
            base.seq = manifest.seq
            base.files = manifest.files.map(\.name)
            for file in manifest.files {
                let (lost, isWhole) = try losses(file.name, file, name, reader)
                base.lost += lost
                if !isWhole { base.isWhole = false }
            }
        } catch {
            guard case .damaged(let path, let line, let damage) = error else { throw error }
            base.lost.append(.init(path, line, "\(damage)"))
            base.files = try onDisk { () throws(FileError) in try directory.snapshotFiles(name) }
            base.isWhole = false
            for file in base.files { base.lost += try losses(file, nil, name, reader).lost }
        }
        return base
    }

    /// What is lost of one file, and whether it is exactly what its manifest says.
    private func losses<Part>(
        _ file: String, _ described: Manifest.File?, _ name: String, _ reader: StateReader<Part>
    ) throws(JournalFault) -> (lost: [Salvage.Loss], isWhole: Bool) {
        let path = directory.snapshotFile(name, file)
        var lost: [Salvage.Loss] = []
        var digest = Chain()
        let read = try entities(path, file, reader) { line, outcome in
            switch outcome {
            case .sound(let checksum, let part):
                digest.add(checksum)
                if part == nil {
                    lost.append(.init(path, line, "an entity that is not understood"))
                }
            case .damaged(let damage): lost.append(.init(path, line, "\(damage)"))
            }
        }
        guard let described else { return (lost, false) }
        for line in (read + 1)..<max(read + 1, described.lines + 1) {
            lost.append(.init(path, line, "the line is missing"))
        }
        return (lost, lost.isEmpty && digest == described.digest)
    }

    private mutating func takeEntities<Part>(
        of base: Base, _ reader: StateReader<Part>
    ) throws(JournalFault) {
        salvage.lost += base.lost
        for file in base.files {
            let path = directory.snapshotFile(base.name, file)
            var before: UInt32?
            _ = try entities(path, file, reader) { _, outcome in
                guard case .sound(let checksum, let part?) = outcome else { return }
                // No entity stands there twice: a line that repeats the one before was doubled.
                guard checksum != before else { return }
                before = checksum
                reader.take(part)
                salvage.entities += 1
            }
        }
    }

    /// - Returns: how many lines there are; none where there is no file.
    private func entities<Part>(
        _ path: String, _ file: String, _ reader: StateReader<Part>,
        _ body: (_ line: Int, EntityOutcome<Part>) -> Void
    ) throws(JournalFault) -> Int {
        try onDisk { () throws(FileError) in
            guard try directory.files.size(of: path) != nil else { return 0 }
            var stream = EntityStream(
                try directory.files.open(path, .reading), name: file, decode: reader.entity)
            while let outcome = try stream.next() { body(stream.line, outcome) }
            return stream.line
        }
    }
}

extension Salvage.Loss {
    /// Whether it stands in a segment up to this number.
    fileprivate func numberedBefore(_ number: Int) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        return SegmentName.number(name).map { $0 <= number } ?? false
    }
}
