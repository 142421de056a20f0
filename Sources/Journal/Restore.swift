public import FoundationEssentials
import Glibc

/// A state made from a backup.
public enum Restore {
    /// Copies a backup to a state directory that is empty or not there yet; nothing is shared between the two.
    ///
    /// The new state's `epoch` is one higher: what its windows of seen updates know may be as old as the backup.
    /// - Returns: nil where there is no backup at `source`.
    /// - Throws: `.inUse` where a bot is there; `.disk` with ENOTEMPTY where something else is.
    public static func run<Part>(
        from source: String, to directory: String, files: any FileSystem, now: () -> Date,
        program: String, makeReader: () -> StateReader<Part>
    ) throws(JournalFault) -> Backup.Made? {
        let copy = BackupCopy(
            source: StateDirectory(source, files), target: StateDirectory(directory, files),
            mayLink: false)
        guard let head = try copy.source.readHead(program: program) else { return nil }
        _ = try JournalReader.read(
            directory: source, files: files, program: program, makeReader: makeReader)
        let harmless: Set<String> = ["LOCK", "lost+found"]
        let isLocked = try onDisk { () throws(FileError) in
            try files.size(of: copy.target.lock) != nil
        }
        // Where nobody can hold a lock, not even its file is written to a place that is taken.
        if !isLocked { try copy.target.requireEmpty(except: harmless) }
        let lock = try DirectoryLock(copy.target)
        defer { lock.release() }
        try copy.target.requireEmpty(except: harmless)
        try onDisk { () throws(FileError) in try lock.sign(since: Timestamp(now())) }
        let copied: BackupCopy.Copied
        do throws(JournalFault) {
            copied = try copy.copyAll(head)
        } catch {
            try? copy.clear()
            throw error
        }
        var renewed = copied.head
        renewed.epoch += 1
        try copy.finish(renewed)
        let recovery = try JournalReader.read(
            directory: directory, files: files, program: program, makeReader: makeReader)
        return Backup.Made(recovery: recovery, bytes: copied.bytes)
    }
}
