public import FoundationEssentials

/// What a caller wants kept: one decision, as JSON that the journal carries without reading it.
public struct Entry: Hashable, Sendable {
    /// What happened, in a word that never changes its meaning: `remind.add`, later `remind.add/2`.
    public let kind: String
    /// The update that made it happen: `tg:main:991`. Seen again, it has no second effect.
    public let cause: String?
    let timestamp: Timestamp
    /// The effect: one JSON value.
    public let d: [UInt8]
    /// The messages it owes: one JSON value.
    public let out: [UInt8]?

    /// When it was decided, in whole milliseconds: the same value now and after a restart.
    public var time: Date { timestamp.date }

    /// - Throws: `Malformed`, where `d` or `out` would not come back whole from a line (a raw control character, an
    ///   open bracket or quote, a second value, broken UTF-8): such a line must not reach the disk.
    public init(
        kind: String, cause: String? = nil, time: Date, d: [UInt8], out: [UInt8]? = nil
    ) throws(Malformed) {
        guard LineScanner.isOneValue(d) else { throw Malformed(kind: kind, part: "d") }
        if let out, !LineScanner.isOneValue(out) { throw Malformed(kind: kind, part: "out") }
        self.init(kind: kind, cause: cause, timestamp: Timestamp(time), d: d, out: out)
    }

    init(kind: String, cause: String?, timestamp: Timestamp, d: [UInt8], out: [UInt8]?) {
        self.kind = kind
        self.cause = cause
        self.timestamp = timestamp
        self.d = d
        self.out = out
    }

    /// A part of an entry that is not one line of JSON. It names the part and never holds its text.
    public struct Malformed: Error, Hashable, CustomStringConvertible {
        public var kind: String
        public var part: String

        public var description: String { "The \(part) of \(kind) is not one line of JSON." }
    }
}

/// An entry in its place in the journal.
public struct Record: Hashable, Sendable {
    /// 1, 2, 3 … without gaps.
    public let seq: Int
    /// The highest `seq` known to be on disk when this one was written.
    ///
    /// It is what tells a tail that nobody was ever told about from damage to what somebody was told.
    public let durable: Int
    public let entry: Entry

    public init(seq: Int, durable: Int, entry: Entry) {
        self.seq = seq
        self.durable = durable
        self.entry = entry
    }
}
