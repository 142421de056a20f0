public import FoundationEssentials

extension Journal {
    /// Opens a deployment's state, alone, and gives every entity and record to `reader` before it returns.
    ///
    /// A torn tail is set aside and told in `recovery`. The records are synced before they count: after a killed process
    /// they may have been read from the kernel's cache and not yet be on disk.
    /// `madeBy` is the program and its version: `cohortbot 0.1`.
    public static func open<Part>(
        directory: String, files: any FileSystem, now: () -> Date, madeBy: String,
        limits: JournalLimits = JournalLimits(), reader: StateReader<Part>
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
            var recovery = Recovery()
            let replay = try directory.replay(head, .appending, reader, &recovery)
            let segment = try onDisk { () throws(FileError) -> OpenSegment in
                let (segment, tail) = try OpenSegment.recover(replay, head, in: directory)
                recovery.tornTail = tail
                recovery.leftovers = try directory.leftovers(beside: head)
                return segment
            }
            recovery.networkKind = try? files.networkKind(of: directory.path)
            // Without it a full disk is only harder to get back from.
            try? directory.fillBallast(limits.ballastBytes)
            return Journal(
                directory: directory, limits: limits, lock: lock, segment: segment,
                recovery: recovery)
        } catch {
            lock.release()
            throw error
        }
    }
}

/// A look at a directory that changes nothing in it and needs no lock; a live bot may be writing to it.
public enum JournalReader {
    /// Gives a consistent prefix to a reader; an empty or half-made directory has nothing.
    ///
    /// A bot may remove the generation that is being read. Then all begins anew, with a new reader from `makeReader`.
    public static func read<Part>(
        directory: String, files: any FileSystem, program: String,
        makeReader: () -> StateReader<Part>
    ) throws(JournalFault) -> Recovery {
        let directory = StateDirectory(directory, files)
        var attempts = 1
        while true {
            // HEAD first: the journal that is read after it can only be longer.
            guard let head = try directory.readHead(program: program) else { return Recovery() }
            do throws(JournalFault) {
                var recovery = Recovery()
                let replay = try directory.replay(head, .reading, makeReader(), &recovery)
                recovery.tornTail = replay.tail
                recovery.leftovers = try onDisk { () throws(FileError) in
                    try directory.leftovers(beside: head)
                }
                return recovery
            } catch {
                let newer = try directory.readHead(program: program)
                guard attempts < 5, newer?.first != head.first else { throw error }
                attempts += 1
            }
        }
    }
}

extension StateDirectory {
    /// Reads all that a HEAD names: the snapshot, then the segments behind it.
    func replay<Part>(
        _ head: Head, _ access: FileAccess, _ reader: StateReader<Part>, _ recovery: inout Recovery
    ) throws(JournalFault) -> JournalReplay {
        var (seq, chain) = (0, Chain())
        if let name = head.snapshot {
            let snapshot = try SnapshotReplay(name, in: self)
            (seq, chain) = (snapshot.manifest.seq, snapshot.manifest.chain)
            // A HEAD that knows less than its own snapshot was not written by us.
            guard head.seq >= seq else { throw .damaged(path: self.head, line: 1, .malformed) }
            try snapshot.run(reader)
            recovery.snapshotBytes = snapshot.manifest.byteCount
            recovery.snapshotSeq = seq
        }
        var replay = try JournalReplay(head, in: self, after: seq, chain, access)
        try replay.run(reader)
        recovery.lastSeq = replay.last
        recovery.epoch = head.epoch
        return replay
    }
}
