public import FoundationEssentials
import Glibc

/// What can still be read of a damaged state, as a new state beside it; the damaged one is not touched.
public struct Salvage: Hashable, Sendable {
    /// Something that was there and is not in the new state.
    public struct Loss: Hashable, Sendable {
        public var path: String
        public var line: Int?
        public var reason: String

        init(_ path: String, _ line: Int?, _ reason: String) {
            self.path = path
            self.line = line
            self.reason = reason
        }
    }

    /// Where the new state was made.
    public var destination: String
    /// The snapshot it begins with; nil where the journal alone was enough.
    public internal(set) var snapshot: String?
    /// How many lines of the snapshot and how many records came over.
    public internal(set) var entities = 0
    public internal(set) var records = 0
    public internal(set) var lost: [Loss] = []
    /// Records of which nothing is left.
    public internal(set) var missing: [ClosedRange<Int>] = []
    public internal(set) var recovery = Recovery()

    init(destination: String) { self.destination = destination }

    /// Makes a new state of all that is readable, and reads it as a start would.
    ///
    /// It is made under a name of its own and gets the right one when it is whole: a repair that was cut off is never
    /// taken for a finished one.
    ///
    /// `reader` gets every sound entity and then every sound record in order; `content`, asked for once all is read, is
    /// what its `take` has made of them. `isNeeded` is asked under the lock; false leaves everything as it is.
    /// - Returns: nil where there is nothing to do.
    /// - Throws: `.inUse` while a bot is there; `.disk` with EEXIST where the destination is taken.
    public static func run<Part>(
        _ directory: String, to destination: String, files: any FileSystem, now: () -> Date,
        madeBy: String, reader: StateReader<Part>, content: () -> SnapshotContent,
        isNeeded: () throws(JournalFault) -> Bool
    ) async throws(JournalFault) -> Salvage? {
        let source = StateDirectory(directory, files)
        guard try onDisk({ () throws(FileError) in try files.list(source.path) }) != nil else {
            return nil
        }
        let lock = try DirectoryLock(source)
        defer { lock.release() }
        guard try isNeeded() else { return nil }
        let unfinished = destination + ".unfinished"
        for path in [destination, unfinished] {
            if try onDisk({ () throws(FileError) in try files.size(of: path) }) != nil {
                throw .disk(FileError(operation: .createDirectory, path: path, code: EEXIST))
            }
        }
        var reading = try SalvageReading(source)
        try reading.run(reader)
        var salvage = reading.salvage
        salvage.destination = destination
        let journal = try Journal.open(
            directory: unfinished, files: files, now: now, madeBy: madeBy,
            reader: .blind)
        do throws(JournalFault) {
            try await journal.restart(at: reading.lastSeq, content())
        } catch {
            await journal.stop()
            throw error
        }
        await journal.stop()
        let target = StateDirectory(unfinished, files)
        salvage.lost += try target.takeSubmitted(from: source)
        try target.raiseEpoch(to: reading.epoch + 1)
        salvage.recovery = try JournalReader.read(
            directory: unfinished, files: files, program: madeBy,
            makeReader: {
                StateReader(entity: reader.entity, record: reader.record, take: { _ in })
            }
        )
        try onDisk { () throws(FileError) in
            try files.rename(unfinished, to: destination)
            try files.synchronizeDirectory(target.parent)
        }
        return salvage
    }
}

extension StateDirectory {
    /// Links or copies submitted work that still is what its name says, and tells what is not.
    fileprivate func takeSubmitted(
        from source: StateDirectory
    ) throws(JournalFault) -> [Salvage.Loss] {
        try onDisk { () throws(FileError) in
            var lost: [Salvage.Loss] = []
            for folder in try files.list(source.submitted) ?? [] where folder.utf8.count == 2 {
                let target = "\(submitted)/\(folder)"
                try files.createDirectory(target)
                for name in (try? files.list("\(source.submitted)/\(folder)")) ?? []
                where name.isDigest {
                    let path = "\(source.submitted)/\(folder)/\(name)"
                    guard let content = try source.contents(path), SHA256.digest(content) == name
                    else {
                        lost.append(.init(path, nil, "\(JournalFault.Damage.digest)"))
                        continue
                    }
                    // A copy, since a disk that damaged one file may go on with the next.
                    try replace("\(target)/\(name)", in: target, with: content)
                }
            }
            try files.synchronizeDirectory(submitted)
            return lost
        }
    }

    /// Records may be missing, so what the windows of seen updates know is older than it looks, as after a restore.
    fileprivate func raiseEpoch(to epoch: Int) throws(JournalFault) {
        try onDisk { () throws(FileError) in
            guard var head = try contents(head).flatMap({ Head($0) }) else { return }
            head.epoch = epoch
            try replace(self.head, in: path, with: head.bytes)
        }
    }
}
