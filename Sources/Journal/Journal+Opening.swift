public import FoundationEssentials

extension Journal {
    /// Opens a deployment's state, alone, and gives every record to `replay` in order before it returns.
    ///
    /// A torn tail is set aside and told in `recovery`. The records are synced before they count: after a killed process
    /// they may have been read from the kernel's cache and not yet be on disk.
    /// `madeBy` is the program and its version: `cohortbot 0.1`.
    public static func open(
        directory: String, files: any FileSystem, now: () -> Date, madeBy: String,
        replay: (Record) throws -> Void
    ) throws(JournalFault) -> Journal {
        let directory = StateDirectory(directory, files)
        let lock = try DirectoryLock(directory)
        do throws(JournalFault) {
            let existing = try directory.readHead(program: madeBy)
            let head = try onDisk { () throws(FileError) -> Head in
                try lock.sign(since: Timestamp(now()))
                if let existing { return existing }
                return try directory.prepare(madeBy: madeBy)
            }
            let (segment, recovery) = try OpenSegment.recover(head, in: directory, replay)
            return Journal(
                directory: directory, lock: lock, segment: segment, recovery: recovery)
        } catch {
            lock.release()
            throw error
        }
    }
}

/// A look at a directory that changes nothing in it and needs no lock; a live bot may be writing to it.
public enum JournalReader {
    /// Gives a consistent prefix of the records to `replay`; an empty or half-made directory has none.
    public static func read(
        directory: String, files: any FileSystem, program: String,
        replay: (Record) throws -> Void
    ) throws(JournalFault) -> Recovery {
        let directory = StateDirectory(directory, files)
        // HEAD first: the journal that is read after it can only be longer.
        guard let head = try directory.readHead(program: program) else { return Recovery() }
        let (_, segment) = try SegmentReplay.replay(head, in: directory, .reading, replay)
        return try onDisk { () throws(FileError) in
            Recovery(
                lastSeq: segment.last, tornTail: segment.tail,
                leftovers: try directory.leftovers(beside: head))
        }
    }
}
