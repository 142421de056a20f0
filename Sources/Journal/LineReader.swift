import Glibc

/// Goes through a file line by line in one buffer, whatever the file's length.
struct LineReader {
    private let file: any OpenFile
    private var buffer: [UInt8]
    /// The part of the buffer that holds bytes of the file not yet given out.
    private var unread = 0..<0
    private var searched = 0
    private var nextRead = 0

    /// The line that `next` gave last: 1-based, and where it starts.
    private(set) var number = 0
    private(set) var offset = 0
    /// Where the next line starts.
    private(set) var nextOffset = 0

    init(_ file: any OpenFile, bufferSize: Int = 1 << 18) {
        self.file = file
        buffer = [UInt8](repeating: 0, count: bufferSize)
    }

    /// Calls `body` with the next line without its newline, and whether it had one; `nil` at the end of the file.
    mutating func next<Value>(
        _ body: (UnsafeRawBufferPointer, _ isFinished: Bool) -> Value
    ) throws(FileError) -> Value? {
        while true {
            if let newline = findNewline() {
                return give(unread.lowerBound..<newline, isFinished: true, body)
            }
            if try !fill() {
                return unread.isEmpty ? nil : give(unread, isFinished: false, body)
            }
        }
    }

    private mutating func give<Value>(
        _ line: Range<Int>, isFinished: Bool, _ body: (UnsafeRawBufferPointer, Bool) -> Value
    ) -> Value {
        let end = line.upperBound + (isFinished ? 1 : 0)
        unread = end..<unread.upperBound
        searched = 0
        number += 1
        offset = nextOffset
        nextOffset += line.count + (isFinished ? 1 : 0)
        return buffer.withUnsafeBytes {
            body(UnsafeRawBufferPointer(rebasing: $0[line]), isFinished)
        }
    }

    private mutating func findNewline() -> Int? {
        let start = unread.lowerBound + searched
        let found = buffer.withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress, start < unread.upperBound,
                let hit = memchr(base + start, 0x0A, unread.upperBound - start)
            else { return nil }
            return base.distance(to: hit)
        }
        if found == nil { searched = unread.count }
        return found
    }

    private mutating func fill() throws(FileError) -> Bool {
        if unread.lowerBound > 0 {
            buffer.withUnsafeMutableBytes { bytes in
                guard let base = bytes.baseAddress else { return }
                memmove(base, base + unread.lowerBound, unread.count)
            }
            unread = 0..<unread.count
        }
        if unread.count == buffer.count {
            buffer.append(contentsOf: [UInt8](repeating: 0, count: buffer.count))
        }
        let free = unread.upperBound
        let count = try buffer.withUnsafeMutableBufferPointer { pointer throws(FileError) in
            try file.read(
                into: UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(pointer)[free...]),
                at: nextRead)
        }
        nextRead += count
        unread = 0..<free + count
        return count > 0
    }
}
