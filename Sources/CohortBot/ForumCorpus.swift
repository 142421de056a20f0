import ForumSearch
import JSONLine

/// Fills an index from lines of JSON, one thread each, however they were cut on the way.
struct ForumCorpus {
    /// What a line looks like, to be said where one does not.
    static let shape = #"{"id":"…","title":"…","body":"…"}"#
    /// So many bytes a thread's line may have: far more than people write, far less than memory.
    static let longestLine = 1 << 24

    let index: ForumIndex
    private var lines = InputLines(longest: longestLine)
    private var lineOfThread: [String: Int] = [:]

    init(index: ForumIndex) { self.index = index }

    mutating func take(_ bytes: ArraySlice<UInt8>) throws(CorpusFault) {
        for line in lines.take(bytes) { try add(line) }
    }

    mutating func finish() throws(CorpusFault) {
        if let last = lines.finish() { try add(last) }
    }

    private mutating func add(_ line: InputLines.Line) throws(CorpusFault) {
        guard let bytes = line.bytes else {
            throw CorpusFault(line.number, "longer than \(Self.longestLine) bytes; shorten it")
        }
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return }
        let entry: ForumLine
        do throws(ForumLineFault) {
            entry = try ForumLine(json: bytes)
        } catch {
            throw CorpusFault(line.number, "\(error.words); a thread's line is \(Self.shape)")
        }
        guard let id = entry.id else {
            throw CorpusFault(line.number, "no \"id\"; a thread's line is \(Self.shape)")
        }
        guard entry.title != nil || entry.body != nil else {
            throw CorpusFault(
                line.number, "no \"title\" and no \"body\"; a thread's line is \(Self.shape)")
        }
        if let first = lineOfThread.updateValue(line.number, forKey: id.text) {
            throw CorpusFault(
                line.number,
                "\"id\" '\(id.text.prefix(60))' stands on line \(first), too; each thread needs its own"
            )
        }
        index.add(ForumThread(id: id.text, title: entry.title ?? "", body: entry.body ?? ""))
    }
}

/// Why a corpus was not read, and at which line.
struct CorpusFault: Error, Equatable {
    let line: Int?
    let words: String

    init(_ line: Int?, _ words: String) {
        self.line = line
        self.words = words
    }
}
