/// A snapshot on disk, read and checked against its manifest.
struct SnapshotReplay {
    let manifest: Manifest
    private let directory: StateDirectory
    private let name: String

    /// - Throws: `.damaged` with the manifest's line, also where it is missing.
    init(_ name: String, in directory: StateDirectory) throws(JournalFault) {
        self.directory = directory
        self.name = name
        let path = directory.manifest(name)
        let bytes = try onDisk { () throws(FileError) in try directory.contents(path) }
        guard let bytes else { throw .damaged(path: path, line: 1, .missing) }
        do throws(Manifest.Fault) {
            manifest = try Manifest(bytes)
        } catch {
            throw .damaged(path: path, line: error.line, error.damage)
        }
    }

    func run<Part>(_ reader: StateReader<Part>) throws(JournalFault) {
        for file in manifest.files { try run(file, reader) }
    }

    /// Where a file of this snapshot lies.
    func path(_ file: Manifest.File) -> String { directory.snapshotFile(name, file.name) }

    private func run<Part>(
        _ file: Manifest.File, _ reader: StateReader<Part>
    ) throws(JournalFault) {
        let path = path(file)
        let opened = try onDisk { () throws(FileError) -> (any OpenFile)? in
            guard try directory.files.size(of: path) != nil else { return nil }
            return try directory.files.open(path, .reading)
        }
        guard let opened else { throw .damaged(path: path, line: 1, .missing) }
        var entities = EntityStream(opened, name: file.name, decode: reader.entity)
        while let outcome = try onDisk({ () throws(FileError) in try entities.next() }) {
            switch outcome {
            case .sound(_, let part?): reader.take(part)
            case .sound(_, nil):
                throw .damaged(path: path, line: entities.line, .notUnderstood(kind: "entity"))
            case .damaged(let damage):
                throw .damaged(path: path, line: entities.line, .line(damage))
            }
        }
        guard entities.line == file.lines else {
            throw .damaged(
                path: path, line: entities.line + 1,
                .otherLength(lines: entities.line, manifest: file.lines))
        }
        guard entities.digest == file.digest, entities.length == file.bytes else {
            throw .damaged(path: path, line: max(1, entities.line), .otherLines)
        }
    }
}

/// One line of a snapshot's file as it was read.
enum EntityOutcome<Part: Sendable>: Sendable {
    /// The part is nil where the reader does not understand it.
    case sound(checksum: UInt32, Part?)
    case damaged(LineDamage)
}

/// The lines of one file of a snapshot, decoded some at a time on all cores.
struct EntityStream<Part: Sendable> {
    /// The number of the line that `next` gave last.
    private(set) var line = 0
    /// Over the sound lines so far.
    private(set) var digest = Chain()
    /// The bytes read so far.
    var length: Int { batches.offset }

    private var batches: LineBatches
    private let name: String
    private let decode: @Sendable (String, UnsafeRawBufferPointer) throws -> Part
    private var outcomes: [EntityOutcome<Part>] = []
    private var position = 0

    init(
        _ file: any OpenFile, name: String,
        decode: @escaping @Sendable (String, UnsafeRawBufferPointer) throws -> Part
    ) {
        batches = LineBatches(file)
        self.name = name
        self.decode = decode
    }

    mutating func next() throws(FileError) -> EntityOutcome<Part>? {
        if position == outcomes.count {
            guard let batch = try batches.next() else { return nil }
            let (name, decode) = (name, decode)
            outcomes = batch.map { line, isFinished in
                guard isFinished else { return .damaged(.unfinished) }
                switch ChecksummedLine.verify(line) {
                case .success((let body, let checksum)):
                    return .sound(checksum: checksum, try? decode(name, body))
                case .failure(let damage): return .damaged(damage)
                }
            }
            position = 0
        }
        defer { position += 1 }
        line += 1
        if case .sound(let checksum, _) = outcomes[position] { digest.add(checksum) }
        return outcomes[position]
    }
}
