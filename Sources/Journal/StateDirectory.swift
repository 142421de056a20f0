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
    var ballast: String { "\(path)/BALLAST" }

    var parent: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    func segment(_ number: Int) -> String { "\(journal)/\(SegmentName.name(number))" }
    func snapshot(_ name: String) -> String { "\(snapshots)/\(name)" }
    func snapshotFile(_ name: String, _ file: String) -> String { "\(snapshots)/\(name)/\(file)" }
    func manifest(_ name: String) -> String { "\(snapshots)/\(name)/manifest" }

    /// The numbers of all segments that are there, in order.
    func segmentNumbers() throws(FileError) -> [Int] {
        try (files.list(journal) ?? []).compactMap(SegmentName.number).sorted()
    }

    /// The numbers of all snapshots that are there, whole or not, in order.
    func snapshotNumbers() throws(FileError) -> [Int] {
        try (files.list(snapshots) ?? []).compactMap(SnapshotName.number).sorted()
    }

    /// A number that neither a segment nor the snapshot before it ever had: what a failed attempt left is not reused.
    func nextSegmentNumber() throws(FileError) -> Int {
        max((try segmentNumbers().last ?? 0) + 1, (try snapshotNumbers().last ?? -1) + 2)
    }

    /// Makes an empty segment, durable as such.
    func makeSegment(_ number: Int) throws(FileError) -> any OpenFile {
        let file = try files.open(segment(number), .replacing)
        try file.synchronize()
        try files.synchronizeDirectory(journal)
        return file
    }

    /// Puts a copy of the first `length` bytes in the place of a segment.
    func rewrite(
        _ file: any OpenFile, _ number: Int, to length: Int
    ) throws(FileError) -> any OpenFile {
        let path = segment(number)
        let temporary = path + ".tmp"
        try files.remove(temporary)
        try copy(file, upTo: length, to: temporary)
        try file.close()
        try files.rename(temporary, to: path)
        try files.synchronizeDirectory(journal)
        return try files.open(path, .appending)
    }

    /// Puts a file in place whole or not at all: a temporary one beside it, synced, renamed, the directory synced.
    func replace(_ target: String, in directory: String, with bytes: [UInt8]) throws(FileError) {
        let temporary = target + ".tmp"
        // What an attempt that failed left is never synced again: a file of its own each time.
        try files.remove(temporary)
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
}
