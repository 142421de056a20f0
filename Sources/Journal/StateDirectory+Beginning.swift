extension StateDirectory {
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
        for number in try segmentNumbers() where try files.size(of: segment(number)) != 0 {
            return true
        }
        return try files.list(snapshots)?.isEmpty == false
    }

    /// Makes everything for a first start, or for one that was cut anywhere; HEAD comes last.
    func prepare(madeBy: String) throws(FileError) -> Head {
        try files.synchronizeDirectory(parent)
        for directory in [journal, snapshots, submitted, quarantine] {
            try files.createDirectory(directory)
        }
        try replace(format, in: path, with: Format(number: Format.supported, madeBy: madeBy).bytes)
        try makeSegment(1).close()
        let empty = Head(first: 1, hasSnapshot: false, seq: 0, chain: Chain())
        try replace(head, in: path, with: empty.bytes)
        return empty
    }

    /// What neither HEAD nor the generation before it needs: kept, reported, ignored.
    func leftovers(beside head: Head) throws(FileError) -> [String] {
        let snapshots = try snapshotNumbers()
        let previous = snapshots.last { $0 < head.first - 1 }
        var found: [String] = []
        for number in try segmentNumbers() where number <= previous ?? 0 {
            found.append(segment(number))
        }
        for number in snapshots
        where number > head.first - 1 || number < previous ?? 0
            || number == head.first - 1 && !head.hasSnapshot
        {
            found.append(snapshot(SnapshotName.name(number)))
        }
        for name in try files.list(path) ?? [] where name.hasSuffix(".tmp") {
            found.append("\(path)/\(name)")
        }
        return found
    }

    /// Removes what is older than the generation before `head`'s snapshot; that one is kept for repairs.
    ///
    /// `previous` is the number of the snapshot before, 0 where the journal began without one; nil leaves nothing but
    /// what `head` names.
    func removeOldGenerations(beside head: Head, previous: Int?) throws(FileError) {
        let current = head.first - 1
        for number in try snapshotNumbers() where number < current && number != previous {
            try removeSnapshot(SnapshotName.name(number))
        }
        var isChanged = false
        for number in try segmentNumbers() where number <= previous ?? current {
            try files.remove(segment(number))
            isChanged = true
        }
        if isChanged { try files.synchronizeDirectory(journal) }
    }

    /// Removes a snapshot, its manifest first, so that no half of it ever looks whole.
    func removeSnapshot(_ name: String) throws(FileError) {
        let folder = snapshot(name)
        try files.remove(manifest(name))
        for entry in try files.list(folder) ?? [] {
            let path = "\(folder)/\(entry)"
            if let inner = try? files.list(path) {
                for file in inner { try files.remove("\(path)/\(file)") }
                try files.removeDirectory(path)
            } else {
                try files.remove(path)
            }
        }
        try files.removeDirectory(folder)
        try files.synchronizeDirectory(snapshots)
    }
}
