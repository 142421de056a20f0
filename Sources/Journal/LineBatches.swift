import Dispatch
import Glibc
import Synchronization

/// Some whole lines of a file, next to each other.
struct LineBatch: Hashable, Sendable {
    fileprivate(set) var bytes: [UInt8]
    /// The lines without their newlines.
    fileprivate(set) var lines: [Range<Int>] = []
    /// The number of the first line (1-based), and where it starts in the file.
    let firstNumber: Int
    let offset: Int
    /// Whether the file ended before the last line did.
    let isUnfinished: Bool

    /// Where a line starts in the file.
    func offset(of index: Int) -> Int { offset + lines[index].lowerBound }

    /// What `body` makes of each line, in order, worked out on all cores where that is worth it.
    func map<Outcome: Sendable>(
        _ body: @Sendable (_ line: UnsafeRawBufferPointer, _ isFinished: Bool) -> Outcome
    ) -> [Outcome] {
        let workers = max(1, min(Self.cores, lines.count / 256))
        guard workers > 1 else { return outcomes(lines.indices, body) }
        let parts = Mutex([[Outcome]](repeating: [], count: workers))
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            let share = lines.count * worker / workers..<lines.count * (worker + 1) / workers
            let outcomes = outcomes(share, body)
            parts.withLock { $0[worker] = outcomes }
        }
        return parts.withLock { Array($0.joined()) }
    }

    private func outcomes<Outcome>(
        _ share: Range<Int>, _ body: (UnsafeRawBufferPointer, Bool) -> Outcome
    ) -> [Outcome] {
        bytes.withUnsafeBytes { raw in
            share.map { index in
                let isFinished = !isUnfinished || index != lines.count - 1
                return body(UnsafeRawBufferPointer(rebasing: raw[lines[index]]), isFinished)
            }
        }
    }

    private static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}

/// Goes through a file from its start, batch by batch, whatever the file's length.
struct LineBatches {
    private let file: any OpenFile
    private let chunk: Int
    /// What was read and is not yet a whole line.
    private var rest: [UInt8] = []
    private var number = 1
    /// Where `rest` starts.
    private(set) var offset = 0

    init(_ file: any OpenFile, chunk: Int = 1 << 20) {
        self.file = file
        self.chunk = chunk
    }

    /// The next lines; nil at the end of the file.
    mutating func next() throws(FileError) -> LineBatch? {
        while true {
            let searched = rest.count
            if try !fill() { return rest.isEmpty ? nil : give(rest.count, isUnfinished: true) }
            let end = rest.withUnsafeBytes { raw in
                raw[searched...].lastIndex(of: UInt8(ascii: "\n"))
            }
            if let end { return give(end + 1, isUnfinished: false) }
        }
    }

    private mutating func give(_ length: Int, isUnfinished: Bool) -> LineBatch {
        var batch = LineBatch(
            bytes: rest, firstNumber: number, offset: offset, isUnfinished: isUnfinished)
        rest = Array(rest[length...])
        batch.bytes.removeLast(rest.count)
        batch.lines = Self.lines(batch.bytes)
        number += batch.lines.count
        offset += length
        return batch
    }

    private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress else { return }
            var start = 0
            while start < raw.count {
                let hit = memchr(base + start, 0x0A, raw.count - start)
                let end = hit.map { base.distance(to: $0) } ?? raw.count
                lines.append(start..<end)
                start = end + 1
            }
        }
        return lines
    }

    /// Reads on; false at the end of the file.
    private mutating func fill() throws(FileError) -> Bool {
        let filled = rest.count
        let position = offset + filled
        let wanted = filled + min(chunk, max(1, try file.size() - position))
        var outcome: Result<Int, FileError> = .success(0)
        // Not filled with zeros first, and so much faster.
        let grown = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
            rest.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
            let free = UnsafeMutableRawBufferPointer(
                rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
            outcome = Result { () throws(FileError) in try file.read(into: free, at: position) }
            count = filled + ((try? outcome.get()) ?? 0)
        }
        let count = try outcome.get()
        rest = grown
        return count > 0
    }
}
