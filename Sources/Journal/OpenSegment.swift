/// The segment that is written to, and how far it is good.
struct OpenSegment: Sendable {
    let name: String
    let file: any OpenFile
    private(set) var last: Int
    private var chain: Chain
    /// Every byte up to here is on disk.
    private var goodLength: Int
    /// The `seq` in the newest HEAD.
    private var witnessed: Int
    private var buffer: [UInt8] = []

    /// Replays the segment that HEAD names, sets a torn tail aside, and syncs what is left.
    static func recover(
        _ head: Head, in directory: StateDirectory, _ replay: (Record) throws -> Void
    ) throws(JournalFault) -> (OpenSegment, Recovery) {
        let (file, found) = try SegmentReplay.replay(head, in: directory, .appending, replay)
        return try onDisk { () throws(FileError) in
            var recovery = Recovery(lastSeq: found.last, tornTail: found.tail)
            recovery.leftovers = try directory.leftovers(beside: head)
            if found.tail != nil {
                recovery.tornTail?.quarantine = try directory.setAside(
                    file, named: head.journal, from: found.soundLength)
                try file.truncate(to: found.soundLength)
            }
            try file.synchronize()
            var segment = OpenSegment(
                name: head.journal, file: file, last: found.last, chain: found.chain,
                goodLength: found.soundLength, witnessed: head.seq)
            try segment.writeHead(in: directory)
            return (segment, recovery)
        }
    }

    private init(
        name: String, file: any OpenFile, last: Int, chain: Chain, goodLength: Int, witnessed: Int
    ) {
        self.name = name
        self.file = file
        self.last = last
        self.chain = chain
        self.goodLength = goodLength
        self.witnessed = witnessed
    }

    /// Writes a group with one write and one sync, and returns the last `seq` that is now on disk.
    mutating func commit(_ group: [Entry]) -> Result<Int, JournalFault> {
        buffer.removeAll(keepingCapacity: buffer.capacity <= 1 << 20)
        var (seq, grown) = (last, chain)
        for entry in group {
            seq += 1
            grown.add(RecordLine.append(entry, seq: seq, durable: last, to: &buffer))
        }
        do throws(FileError) {
            try write()
            try file.synchronize()
        } catch {
            // A restart must not find and believe what was refused here. The fault stands whether this succeeds or not.
            try? file.truncate(to: goodLength)
            return .failure(.disk(error))
        }
        goodLength += buffer.count
        (last, chain) = (seq, grown)
        return .success(last)
    }

    /// A short write is taken back and tried once more; a second one is a full disk.
    private func write() throws(FileError) {
        let written = try buffer.withUnsafeBufferPointer { pointer throws(FileError) in
            try file.append(UnsafeRawBufferPointer(pointer))
        }
        guard written < buffer.count else { return }
        try file.truncate(to: goodLength)
        try file.appendAll(buffer)
    }

    /// Brings HEAD up to date, or says why it cannot.
    mutating func witness(in directory: StateDirectory) -> JournalFault? {
        do { try writeHead(in: directory) } catch { return .disk(error) }
        return nil
    }

    private mutating func writeHead(in directory: StateDirectory) throws(FileError) {
        guard witnessed < last else { return }
        let head = Head(journal: name, seq: last, chain: chain)
        try directory.replace(directory.head, in: directory.path, with: head.bytes)
        witnessed = last
    }
}

extension SegmentReplay {
    /// Opens the segment that HEAD names and reads all of it.
    static func replay(
        _ head: Head, in directory: StateDirectory, _ access: FileAccess,
        _ replay: (Record) throws -> Void
    ) throws(JournalFault) -> (any OpenFile, SegmentReplay) {
        let path = directory.segment(head.journal)
        let file = try onDisk { () throws(FileError) -> (any OpenFile)? in
            guard try directory.files.size(of: path) != nil else { return nil }
            return try directory.files.open(path, access)
        }
        guard let file else { throw .damaged(path: path, line: 1, .missing) }
        var segment = SegmentReplay(path: path, head: head)
        try segment.run(file, replay)
        return (file, segment)
    }
}
