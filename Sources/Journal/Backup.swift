import Glibc

/// A copy of a state that a start accepts, made while a bot may be writing to the state.
public enum Backup {
    /// What a copy holds.
    public struct Made: Hashable, Sendable {
        public var recovery: Recovery
        /// Of snapshot, journal and submitted work.
        public var bytes: Int
    }

    /// Copies a state to a directory that is empty or not there yet, and reads the copy as a start would.
    ///
    /// Closed segments, snapshots and submitted work never change again, so they get a second name where the file
    /// system has such. HEAD is written last: a copy that was cut off is never taken for a whole one.
    /// - Returns: nil where there is no state to copy.
    /// - Throws: `.disk` with ENOTEMPTY where something is at `destination`.
    public static func make<Part>(
        of directory: String, at destination: String, files: any FileSystem, program: String,
        makeReader: () -> StateReader<Part>
    ) throws(JournalFault) -> Made? {
        let copy = BackupCopy(
            source: StateDirectory(directory, files), target: StateDirectory(destination, files),
            mayLink: true)
        guard try copy.source.readHead(program: program) != nil else { return nil }
        try copy.target.requireEmpty(except: [])
        let copied = try copyBesideABot(copy, program: program)
        try copy.finish(copied.head)
        let recovery = try JournalReader.read(
            directory: destination, files: files, program: program, makeReader: makeReader)
        return Made(recovery: recovery, bytes: copied.bytes)
    }

    /// A bot may remove the generation that is being copied; then all begins anew.
    private static func copyBesideABot(
        _ copy: BackupCopy, program: String
    ) throws(JournalFault) -> BackupCopy.Copied {
        var attempts = 1
        while true {
            guard let head = try copy.source.readHead(program: program) else {
                throw .damaged(path: copy.source.head, line: 1, .missing)
            }
            do throws(JournalFault) {
                return try copy.copyAll(head)
            } catch {
                // Half a copy is of no use to anybody, and in the way of the next attempt.
                try? copy.clear()
                let newer = try copy.source.readHead(program: program)
                guard attempts < 5, newer?.first != head.first else {
                    guard case .disk(let refusal) = error, refusal.code == FileError.missing else {
                        throw error
                    }
                    throw .damaged(path: refusal.path, line: 1, .missing)
                }
                attempts += 1
            }
        }
    }
}

extension StateDirectory {
    /// - Throws: `.disk` with ENOTEMPTY where anything else is there, so that nothing is ever written over.
    func requireEmpty(except names: Set<String>) throws(JournalFault) {
        let found = try onDisk { () throws(FileError) in try files.list(path) }
        guard (found ?? []).allSatisfy(names.contains) else {
            throw .disk(FileError(operation: .createDirectory, path: path, code: ENOTEMPTY))
        }
    }
}
