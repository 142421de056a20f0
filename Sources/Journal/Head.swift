/// Where the state begins and how far it is known to go: the one file that is replaced, never appended to.
struct Head: Hashable, Sendable {
    /// The number of the first segment that is read; the snapshot before it, where there is one, is one lower.
    var first: Int
    var hasSnapshot: Bool
    /// A record that was on disk when this was written; the journal can only be longer.
    var seq: Int
    /// Over the records up to `seq`.
    var chain: Chain
    /// How often this state was restored from a backup: what its windows of seen updates know may be that much older.
    var epoch = 0

    var snapshot: String? { hasSnapshot ? SnapshotName.name(first - 1) : nil }
    var journal: String { SegmentName.name(first) }

    /// One line of JSON that ends in its own checksum, so that no flipped bit passes for another sound HEAD.
    var bytes: [UInt8] {
        let name = snapshot.map { "\"\($0)\"" } ?? "null"
        var bytes = Array(
            ("{\"snapshot\":\(name),\"journal\":\"\(journal)\",\"seq\":\(seq),"
                + "\"chain\":\"\(chain.text)\",\"epoch\":\(epoch),\"check\":\"").utf8)
        let checksum = bytes.withUnsafeBytes { CRC32C.checksum($0) }
        bytes.append(contentsOf: "\(hexadecimal(UInt64(checksum), digits: 8))\"}\n".utf8)
        return bytes
    }

    init(first: Int, hasSnapshot: Bool, seq: Int, chain: Chain, epoch: Int = 0) {
        self.first = first
        self.hasSnapshot = hasSnapshot
        self.seq = seq
        self.chain = chain
        self.epoch = epoch
    }

    /// Reads exactly what `bytes` writes; and the form without epoch and checksum of states made before them.
    init?(_ bytes: [UInt8]) {
        let read = bytes.withUnsafeBytes { raw -> Head? in
            var scanner = LineScanner(raw)
            guard scanner.skip("{\"snapshot\":") else { return nil }
            var snapshot: String?
            if !scanner.skip("null") {
                guard let name = scanner.string() else { return nil }
                snapshot = name
            }
            guard scanner.skip(",\"journal\":"), let journal = scanner.string(),
                scanner.skip(",\"seq\":"), let seq = scanner.number(),
                scanner.skip(",\"chain\":"), let chain = scanner.string(),
                let value = UInt64(chain, radix: 16), let first = SegmentName.number(journal)
            else { return nil }
            // A snapshot holds exactly what stands before the first segment.
            guard snapshot == nil || snapshot == SnapshotName.name(first - 1) else { return nil }
            var head = Head(
                first: first, hasSnapshot: snapshot != nil, seq: seq, chain: Chain(value: value))
            if scanner.skip("}\n"), scanner.isAtEnd { return head.isOld(bytes) ? head : nil }
            guard scanner.skip(",\"epoch\":"), let epoch = scanner.number() else { return nil }
            head.epoch = epoch
            return head.bytes == bytes ? head : nil
        }
        guard let read else { return nil }
        self = read
    }

    private func isOld(_ bytes: [UInt8]) -> Bool {
        let text =
            "{\"snapshot\":null,\"journal\":\"\(journal)\",\"seq\":\(seq),\"chain\":\"\(chain.text)\"}\n"
        return !hasSnapshot && bytes == Array(text.utf8)
    }
}
