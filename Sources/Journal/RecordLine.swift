/// A record as its line in a file:
///
/// ```
/// 1b2e04c7 {"seq":2,"durable":1,"t":"2026-11-23T13:00:00.000Z","kind":"remind.add","cause":"tg:main:991","d":{},"out":[]}
/// ```
/// The checksum is CRC-32C over the bytes after the space. The keys stand in this order, `cause` and `out` where there
/// are any; nothing else is written, so nothing else is read. Text, not a binary log: `grep`, `cut -c10- | jq`, `diff`
/// and `git` work on it.
enum RecordLine {
    /// Appends the line with its newline, and returns its checksum.
    static func append(
        _ entry: Entry, seq: Int, durable: Int, to bytes: inout [UInt8]
    ) -> UInt32 {
        let start = ChecksummedLine.begin(&bytes)
        bytes.append(contentsOf: "{\"seq\":".utf8)
        bytes.appendNumber(seq)
        bytes.append(contentsOf: ",\"durable\":".utf8)
        bytes.appendNumber(durable)
        bytes.append(contentsOf: ",\"t\":\"".utf8)
        entry.timestamp.append(to: &bytes)
        bytes.append(contentsOf: "\",\"kind\":".utf8)
        bytes.appendQuoted(entry.kind)
        if let cause = entry.cause {
            bytes.append(contentsOf: ",\"cause\":".utf8)
            bytes.appendQuoted(cause)
        }
        bytes.append(contentsOf: ",\"d\":".utf8)
        bytes.append(contentsOf: entry.d)
        if let out = entry.out {
            bytes.append(contentsOf: ",\"out\":".utf8)
            bytes.append(contentsOf: out)
        }
        bytes.append(UInt8(ascii: "}"))
        return ChecksummedLine.end(start, &bytes)
    }

    /// Reads a line without its newline.
    static func parse(_ line: UnsafeRawBufferPointer) -> Result<
        (Record, checksum: UInt32), LineDamage
    > {
        ChecksummedLine.verify(line).flatMap { body, checksum in
            record(body).map { .success(($0, checksum)) } ?? .failure(.notARecord)
        }
    }

    private static func record(_ body: UnsafeRawBufferPointer) -> Record? {
        var scanner = LineScanner(body)
        guard scanner.skip("{\"seq\":"), let seq = scanner.number(),
            scanner.skip(",\"durable\":"), let durable = scanner.number(), durable < seq,
            scanner.skip(",\"t\":\""), let timestamp = scanner.timestamp(),
            scanner.skip("\",\"kind\":"), let kind = scanner.string()
        else { return nil }
        var cause: String?
        if scanner.skip(",\"cause\":") {
            cause = scanner.string()
            if cause == nil { return nil }
        }
        guard scanner.skip(",\"d\":"), let effect = scanner.value() else { return nil }
        var out: [UInt8]?
        if scanner.skip(",\"out\":") {
            out = scanner.value()
            if out == nil { return nil }
        }
        guard scanner.skip("}"), scanner.isAtEnd else { return nil }
        return Record(
            seq: seq, durable: durable,
            entry: Entry(kind: kind, cause: cause, timestamp: timestamp, d: effect, out: out))
    }
}

/// Why a line is not the record that should stand there.
public enum LineDamage: Error, Hashable, Sendable {
    case checksum
    case zeroed
    case notARecord
    /// The end of the file came before the end of the line.
    case unfinished
    /// The line's checksum is right and its place is wrong: a line before it is missing, doubled or moved.
    case outOfOrder(expected: Int, found: Int)
}

extension LineDamage: CustomStringConvertible {
    public var description: String {
        switch self {
        case .checksum: "checksum does not match"
        case .zeroed: "the line is zeroed"
        case .notARecord: "the line is not a record"
        case .unfinished: "the line is cut off"
        case .outOfOrder(let expected, let found):
            "record \(expected) should stand here, not \(found)"
        }
    }
}
