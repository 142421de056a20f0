/// Where the state begins and how far it is known to go: the one file that is replaced, never appended to.
struct Head: Hashable, Sendable {
    /// The segment that holds the first record.
    var journal: String
    /// A record that was on disk when this was written; the journal can only be longer.
    var seq: Int
    /// Over the records up to `seq`.
    var chain: Chain

    var bytes: [UInt8] {
        let text =
            "{\"snapshot\":null,\"journal\":\"\(journal)\",\"seq\":\(seq),\"chain\":\"\(chain.text)\"}\n"
        return Array(text.utf8)
    }

    init(journal: String, seq: Int, chain: Chain) {
        self.journal = journal
        self.seq = seq
        self.chain = chain
    }

    /// Reads exactly what `bytes` writes, so that no flipped bit passes for another sound HEAD of this journal.
    init?(_ bytes: [UInt8]) {
        let read = bytes.withUnsafeBytes { raw -> Head? in
            var scanner = LineScanner(raw)
            guard scanner.skip("{\"snapshot\":null,\"journal\":"), let journal = scanner.string(),
                scanner.skip(",\"seq\":"), let seq = scanner.number(),
                scanner.skip(",\"chain\":"), let chain = scanner.string(),
                let value = UInt64(chain, radix: 16)
            else { return nil }
            return Head(journal: journal, seq: seq, chain: Chain(value: value))
        }
        guard let read, read.bytes == bytes, SegmentName.isOne(read.journal) else { return nil }
        self = read
    }
}

/// `j-00000001.jsonl`: numbered, so that segments sort and the next one has a name.
enum SegmentName {
    static let first = name(1)

    static func name(_ number: Int) -> String {
        let digits = String(number)
        return "j-" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits + ".jsonl"
    }

    static func isOne(_ name: String) -> Bool {
        guard name.hasPrefix("j-"), name.hasSuffix(".jsonl"),
            let number = Int(name.dropFirst(2).dropLast(6))
        else { return false }
        return name == self.name(number)
    }
}
