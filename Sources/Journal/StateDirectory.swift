/// The names in one deployment's directory, and the rules for making and replacing them.
struct StateDirectory: Sendable {
    let path: String
    let files: any FileSystem

    init(_ path: String, _ files: any FileSystem) {
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.files = files
    }

    var lock: String { "\(path)/LOCK" }
    var format: String { "\(path)/FORMAT" }
    var head: String { "\(path)/HEAD" }
    var journal: String { "\(path)/journal" }
    var snapshots: String { "\(path)/snapshots" }
    var submitted: String { "\(path)/files" }
    var quarantine: String { "\(path)/quarantine" }

    private var parent: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    func segment(_ name: String) -> String { "\(journal)/\(name)" }

    /// Puts a file in place whole or not at all: a temporary one beside it, synced, renamed, the directory synced.
    func replace(_ target: String, in directory: String, with bytes: [UInt8]) throws(FileError) {
        let temporary = target + ".tmp"
        let file = try files.open(temporary, .replacing)
        try file.appendAll(bytes)
        try file.synchronize()
        try file.close()
        try files.rename(temporary, to: target)
        try files.synchronizeDirectory(directory)
    }

    /// Reads a small file; `nil` where there is none.
    func contents(_ file: String) throws(FileError) -> [UInt8]? {
        guard try files.size(of: file) != nil else { return nil }
        return try files.open(file, .reading).readAll()
    }

    /// Reads FORMAT and HEAD: `nil` where no record can ever have been written here.
    ///
    /// HEAD is durable before the first record, so without HEAD every byte of a segment and every snapshot is proof that
    /// it was lost, and only a directory without any is a first start that was cut.
    func readHead(program: String) throws(JournalFault) -> Head? {
        let formatBytes = try onDisk { () throws(FileError) in try contents(format) }
        if let formatBytes {
            guard let read = Format(formatBytes) else {
                throw .damaged(path: format, line: 1, .malformed)
            }
            guard read.number <= Format.supported else {
                throw .newerFormat(
                    path: format, format: read.number, madeBy: read.madeBy,
                    supported: Format.supported,
                    program: program)
            }
        }
        let headBytes = try onDisk { () throws(FileError) in try contents(head) }
        guard let headBytes else {
            if try onDisk({ () throws(FileError) in try holdsRecords() }) {
                throw .damaged(path: head, line: 1, .missing)
            }
            return nil
        }
        guard formatBytes != nil else { throw .damaged(path: format, line: 1, .missing) }
        guard let read = Head(headBytes) else { throw .damaged(path: head, line: 1, .malformed) }
        return read
    }

    private func holdsRecords() throws(FileError) -> Bool {
        for name in try files.list(journal) ?? [] where try files.size(of: segment(name)) != 0 {
            return true
        }
        return try files.list(snapshots)?.isEmpty == false
    }

    /// Makes everything for a first start, or for one that was cut anywhere; HEAD comes last.
    func prepare(madeBy: String) throws(FileError) -> Head {
        try files.synchronizeDirectory(parent)
        for directory in [journal, submitted, quarantine] { try files.createDirectory(directory) }
        try replace(format, in: path, with: Format(number: Format.supported, madeBy: madeBy).bytes)
        let first = segment(SegmentName.first)
        let file = try files.open(first, .replacing)
        try file.synchronize()
        try file.close()
        try files.synchronizeDirectory(journal)
        let empty = Head(journal: SegmentName.first, seq: 0, chain: Chain())
        try replace(head, in: path, with: empty.bytes)
        return empty
    }

    /// What HEAD does not name and nothing reads: kept, reported, ignored.
    func leftovers(beside head: Head) throws(FileError) -> [String] {
        var found: [String] = []
        for name in try files.list(journal) ?? [] where name != head.journal {
            found.append(segment(name))
        }
        for name in try files.list(path) ?? [] where name.hasSuffix(".tmp") {
            found.append("\(path)/\(name)")
        }
        return found
    }
}
