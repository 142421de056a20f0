/// The segment that is written to, and how far it is good.
struct OpenSegment: Sendable {
    private(set) var number: Int
    private(set) var file: any OpenFile
    private(set) var last: Int
    private(set) var chain: Chain
    /// HEAD as it is on disk.
    private(set) var head: Head
    /// Every byte up to here is on disk.
    private(set) var goodLength: Int
    /// The length of the segments that a start would read before this one, by number.
    private var closed: [Int: Int]
    private var buffer: [UInt8] = []

    /// The bytes that a start would read after the snapshot.
    var journalBytes: Int { closed.values.reduce(goodLength, +) }

    /// Takes up what a replay left: sets a torn tail aside, and syncs what counts from now on.
    static func recover(
        _ replay: JournalReplay, _ head: Head, in directory: StateDirectory
    ) throws(FileError) -> (OpenSegment, TornTail?) {
        var tail = replay.tail
        var closed: [Int: Int] = [:]
        var open: (number: Int, file: any OpenFile, length: Int)?
        for (index, replayed) in replay.files.enumerated() {
            var file = replayed
            let length = replay.soundLengths[index]
            let number = replay.numbers[index]
            let isTorn = try file.size() > length
            if isTorn {
                let path = try directory.setAside(
                    file, named: SegmentName.name(number), from: length)
                if tail?.quarantine == nil { tail?.quarantine = path }
            }
            if replay.unproven.contains(number) {
                // A sync may have failed before the process ended. The kernel then shows what is not on the disk and
                // takes it for written: only a file of its own is sure to get there.
                file = try directory.rewrite(file, number, to: length)
            } else if isTorn {
                try file.truncate(to: length)
            }
            if isTorn || index == replay.files.count - 1 { try file.synchronize() }
            if let open {
                closed[open.number] = open.length
                try open.file.close()
            }
            open = (number, file, length)
        }
        guard let open else {
            throw FileError(
                operation: .open, path: directory.segment(head.first), code: FileError.missing)
        }
        // A process that was killed may have left names that only the kernel's cache knows.
        try directory.files.synchronizeDirectory(directory.journal)
        try directory.files.synchronizeDirectory(directory.path)
        var segment = OpenSegment(
            number: open.number, file: open.file, last: replay.last, chain: replay.chain,
            head: head, goodLength: open.length, closed: closed)
        try segment.witness(in: directory)
        return (segment, tail)
    }

    /// A new segment after a snapshot that was just written; HEAD names both when this returns.
    static func begin(
        _ number: Int, after manifest: Manifest, epoch: Int, in directory: StateDirectory
    ) throws(FileError) -> OpenSegment {
        let file = try directory.makeSegment(number)
        let head = Head(
            first: number, hasSnapshot: true, seq: manifest.seq, chain: manifest.chain,
            epoch: epoch)
        try directory.replace(directory.head, in: directory.path, with: head.bytes)
        return OpenSegment(
            number: number, file: file, last: manifest.seq, chain: manifest.chain, head: head,
            goodLength: 0, closed: [:])
    }

    private init(
        number: Int, file: any OpenFile, last: Int, chain: Chain, head: Head, goodLength: Int,
        closed: [Int: Int]
    ) {
        self.number = number
        self.file = file
        self.last = last
        self.chain = chain
        self.head = head
        self.goodLength = goodLength
        self.closed = closed
    }

    /// Writes a group with one write and one sync, and returns the last `seq` that is now on disk.
    mutating func commit(_ group: some Sequence<Entry>) throws(FileError) -> Int {
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
            throw error
        }
        goodLength += buffer.count
        (last, chain) = (seq, grown)
        return last
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

    /// Ends this segment and begins the next one, which is durable, as an empty file, before a record can be in it.
    mutating func rotate(in directory: StateDirectory) throws(FileError) {
        let next = try directory.nextSegmentNumber()
        let opened = try directory.makeSegment(next)
        closed[number] = goodLength
        try? file.close()
        (number, file, goodLength) = (next, opened, 0)
        try witness(in: directory)
    }

    /// Lets a start begin with the snapshot that stands right before the segment `first`.
    mutating func begin(with first: Int, in directory: StateDirectory) throws(FileError) {
        try write(
            Head(first: first, hasSnapshot: true, seq: last, chain: chain, epoch: head.epoch),
            in: directory)
        for number in closed.keys where number < first { closed[number] = nil }
    }

    /// Brings HEAD up to date where it lags behind.
    mutating func witness(in directory: StateDirectory) throws(FileError) {
        guard head.seq < last else { return }
        var newer = head
        (newer.seq, newer.chain) = (last, chain)
        try write(newer, in: directory)
    }

    private mutating func write(_ head: Head, in directory: StateDirectory) throws(FileError) {
        try directory.replace(directory.head, in: directory.path, with: head.bytes)
        self.head = head
    }
}
