/// Writes a snapshot beside the one before it, durable in every file and name when `write` returns.
///
/// A file that comes out as it was is not written again: it is compared with the earlier one while it is made, and
/// gets a second name (a hard link). So an idle cohort costs reading and no writing, and snapshots diff well.
struct SnapshotWriter {
    let directory: StateDirectory
    let name: String
    /// The snapshot before, where there is one.
    let previous: String?

    /// - Throws: `FileError`, or what the content's own closures throw.
    func write(_ content: SnapshotContent, seq: Int, chain: Chain) throws -> Manifest {
        let files = directory.files
        let folder = directory.snapshot(name)
        try files.createDirectory(directory.snapshots)
        try files.synchronizeDirectory(directory.path)
        try files.createDirectory(folder)
        var manifest = Manifest(seq: seq, chain: chain)
        var folders: Set<String> = []
        for file in content.files {
            if let slash = file.name.firstIndex(of: "/") {
                let inner = "\(folder)/\(file.name[..<slash])"
                if folders.insert(inner).inserted { try files.createDirectory(inner) }
            }
            manifest.files.append(try write(file))
        }
        let file = try files.open(directory.manifest(name), .replacing)
        try file.appendAll(manifest.bytes)
        try file.synchronize()
        try file.close()
        for inner in folders.sorted() { try files.synchronizeDirectory(inner) }
        try files.synchronizeDirectory(folder)
        try files.synchronizeDirectory(directory.snapshots)
        return manifest
    }

    private func write(_ file: SnapshotContent.File) throws -> Manifest.File {
        var target = try SnapshotFile(
            path: directory.snapshotFile(name, file.name),
            previous: previous.map { directory.snapshotFile($0, file.name) },
            files: directory.files)
        var described = Manifest.File(name: file.name, lines: 0, bytes: 0, digest: Chain())
        var bytes: [UInt8] = []
        try file.write { line in
            guard LineScanner.isOneValue(line) else {
                throw Entry.Malformed(kind: file.name, part: "line \(described.lines + 1)")
            }
            described.digest.add(ChecksummedLine.append(line, to: &bytes))
            described.lines += 1
            if bytes.count >= SnapshotFile.step {
                described.bytes += bytes.count
                try target.add(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        described.bytes += bytes.count
        try target.add(bytes)
        try target.finish()
        return described
    }
}

/// One file of a snapshot in the making: not there as long as it is the same as before, then a file of its own.
struct SnapshotFile {
    /// So many bytes are written and synced at a time: one sync of everything at the end would hold up the journal's
    /// own syncs on the same disk.
    static let step = 1 << 18

    private let path: String
    private let files: any FileSystem
    /// The earlier file, as far as it was the same.
    private var previous: (any OpenFile)?
    private var same = 0
    private var file: (any OpenFile)?

    init(path: String, previous: String?, files: any FileSystem) throws(FileError) {
        self.path = path
        self.files = files
        if let previous, try files.size(of: previous) != nil {
            self.previous = try files.open(previous, .reading)
        } else {
            file = try files.open(path, .replacing)
        }
    }

    mutating func add(_ bytes: [UInt8]) throws(FileError) {
        if let previous {
            if try previous.read(at: same, count: bytes.count) == bytes {
                same += bytes.count
                return
            }
            try part(from: previous)
        }
        guard let file, !bytes.isEmpty else { return }
        try file.appendAll(bytes)
        try file.synchronize()
    }

    mutating func finish() throws(FileError) {
        if let previous {
            let size = try previous.size()
            if size == same, try isLinked(to: previous.path) { return }
            try part(from: previous)
        }
        try file?.synchronize()
        try file?.close()
    }

    /// Some file systems have no links, and all have a highest number of them; then the file is copied.
    private func isLinked(to previous: String) throws(FileError) -> Bool {
        do { try files.link(previous, to: path) } catch  where error.isAboutLinks { return false }
        return true
    }

    /// Here it differs: a file of its own begins with what was the same.
    private mutating func part(from previous: any OpenFile) throws(FileError) {
        let own = try files.open(path, .replacing)
        var copied = 0
        while copied < same {
            let bytes = try previous.read(at: copied, count: min(Self.step, same - copied))
            guard !bytes.isEmpty else {
                throw FileError(operation: .read, path: previous.path, code: FileError.inputOutput)
            }
            try own.appendAll(bytes)
            try own.synchronize()
            copied += bytes.count
        }
        file = own
        self.previous = nil
    }
}
