/// Copies one generation of a state into an empty directory, so that it is whole only when its HEAD is there.
struct BackupCopy {
    let source: StateDirectory
    let target: StateDirectory
    /// Whether a file that never changes again may get a second name instead of a second content.
    let mayLink: Bool
    /// A HEAD and the records it was not yet written over: what a copy of the journal turned out to hold.
    struct Copied {
        var head: Head
        var bytes: Int
    }

    /// Copies everything but HEAD.
    /// - Throws: the source's damage; `.disk` with ENOENT where a bot removed what was just being copied.
    func copyAll(_ head: Head) throws(JournalFault) -> Copied {
        try onDisk { () throws(FileError) in
            for folder in [
                target.path, target.journal, target.snapshots, target.submitted, target.quarantine,
            ] {
                try target.files.createDirectory(folder)
            }
            try target.files.synchronizeDirectory(target.parent)
        }
        if let name = head.snapshot { try copySnapshot(name) }
        let numbers = try copySegments(from: head.first)
        var copied = try settle(head, numbers)
        try onDisk { () throws(FileError) in
            // After the journal: a file is there before the record that names it.
            copied.bytes += try copySubmitted()
            if let format = try source.contents(source.format) {
                try target.replace(target.format, in: target.path, with: format)
            }
            for folder in [target.journal, target.snapshots, target.submitted, target.path] {
                try target.files.synchronizeDirectory(folder)
            }
        }
        return copied
    }

    /// Makes the copy a state.
    func finish(_ head: Head) throws(JournalFault) {
        try onDisk { () throws(FileError) in
            try target.replace(target.head, in: target.path, with: head.bytes)
        }
    }

    /// Removes what an attempt that failed left of a generation.
    func clear() throws(FileError) {
        for number in try target.snapshotNumbers() {
            try target.removeSnapshot(SnapshotName.name(number))
        }
        for number in try target.segmentNumbers() {
            try target.files.remove(target.segment(number))
        }
    }

    private func copySnapshot(_ name: String) throws(JournalFault) {
        let replay = try SnapshotReplay(name, in: source)
        try onDisk { () throws(FileError) in
            let folder = target.snapshot(name)
            try target.files.createDirectory(folder)
            var folders: Set<String> = []
            for file in replay.manifest.files {
                if let slash = file.name.firstIndex(of: "/") {
                    let inner = "\(folder)/\(file.name[..<slash])"
                    if folders.insert(inner).inserted { try target.files.createDirectory(inner) }
                }
                try copy(
                    source.snapshotFile(name, file.name), to: target.snapshotFile(name, file.name))
            }
            try copy(source.manifest(name), to: target.manifest(name))
            for inner in folders.sorted() { try target.files.synchronizeDirectory(inner) }
            try target.files.synchronizeDirectory(folder)
        }
    }

    /// The last segment is written to and so never linked; those before it are closed.
    private func copySegments(from first: Int) throws(JournalFault) -> [Int] {
        try onDisk { () throws(FileError) in
            let numbers = try source.segmentNumbers().filter { $0 >= first }
            for number in numbers {
                try copy(
                    source.segment(number), to: target.segment(number),
                    isOpen: number == numbers.last)
            }
            return numbers
        }
    }

    /// Reads the copy as a start would, and cuts off the tail that nobody was told of.
    private func settle(_ head: Head, _ numbers: [Int]) throws(JournalFault) -> Copied {
        var recovery = Recovery()
        let replay: JournalReplay
        do throws(JournalFault) {
            replay = try target.replay(head, .reading, .blind, &recovery)
        } catch {
            guard case .damaged(let path, let line, let damage) = error else { throw error }
            let place = source.path + path.dropFirst(target.path.count)
            throw .damaged(path: place, line: line, damage)
        }
        try onDisk { () throws(FileError) in
            for (index, file) in replay.files.enumerated() {
                let length = replay.soundLengths[index]
                guard try file.size() > length else { continue }
                // A linked file is the source's own and must not be cut.
                let path = target.segment(replay.numbers[index])
                try target.files.remove(path)
                try target.copy(file, upTo: length, to: path)
            }
        }
        var reached = head
        (reached.seq, reached.chain) = (replay.last, replay.chain)
        return Copied(
            head: reached, bytes: recovery.snapshotBytes + replay.soundLengths.reduce(0, +))
    }

    /// - Returns: how many bytes of submitted work there are.
    private func copySubmitted() throws(FileError) -> Int {
        var bytes = 0
        for folder in try source.files.list(source.submitted) ?? []
        where folder.utf8.count == 2 {
            let from = "\(source.submitted)/\(folder)"
            let to = "\(target.submitted)/\(folder)"
            try target.files.createDirectory(to)
            for name in try source.files.list(from) ?? [] where name.isDigest {
                do {
                    try copy("\(from)/\(name)", to: "\(to)/\(name)")
                } catch  where error.code == FileError.missing {
                    // A bot beside removed it: nothing that it told anyone names it any more.
                    continue
                }
                bytes += try target.files.size(of: "\(to)/\(name)") ?? 0
            }
            try target.files.synchronizeDirectory(to)
        }
        return bytes
    }

    private func copy(
        _ path: String, to copy: String, isOpen: Bool = false
    ) throws(FileError) {
        if mayLink, !isOpen {
            do {
                try source.files.link(path, to: copy)
                return
            } catch  where error.isAboutLinks {}
        }
        let file = try source.files.open(path, .reading)
        try target.copy(file, upTo: try file.size(), to: copy)
        try file.close()
    }
}
