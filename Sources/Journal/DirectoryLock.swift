import Glibc

/// One writer for one directory, as long as the process lives.
///
/// The kernel's lock is what counts and ends with the process, however it ends; the pid and the time in the file are
/// for people.
struct DirectoryLock: Sendable {
    private let file: any OpenFile

    init(_ directory: StateDirectory) throws(JournalFault) {
        file = try onDisk { () throws(FileError) in
            try directory.files.createDirectory(directory.path)
            return try directory.files.open(directory.lock, .appending)
        }
        if try onDisk({ () throws(FileError) in try file.lock() }) { return }
        let holder = Self.holder((try? file.readAll()) ?? [])
        throw .inUse(directory: directory.path, pid: holder.pid, since: holder.since)
    }

    /// Reads what `sign` wrote.
    static func holder(_ bytes: [UInt8]) -> (pid: Int?, since: String?) {
        bytes.withUnsafeBytes { raw in
            var scanner = LineScanner(raw)
            let pid = scanner.skip("{\"pid\":") ? scanner.number() : nil
            let since = scanner.skip(",\"since\":") ? scanner.string() : nil
            return (pid, since)
        }
    }

    /// Says who holds it; only after FORMAT was seen, since a newer directory is not written to.
    func sign(since: Timestamp) throws(FileError) {
        try file.truncate(to: 0)
        try file.appendAll(Array("{\"pid\":\(getpid()),\"since\":\"\(since.text)\"}\n".utf8))
    }

    func release() { try? file.close() }
}
