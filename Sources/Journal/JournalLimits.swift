/// When a journal is cut into pieces and when it is worth a new snapshot.
public struct JournalLimits: Hashable, Sendable {
    /// A segment longer than this is ended: closed ones are linked by a backup instead of copied.
    public var segmentBytes: Int
    /// A snapshot is due when the journal behind the last one is longer than this and than twice that snapshot.
    public var compactionBytes: Int
    /// Kept as a file, to be given back when the disk is full so that the rescuing snapshot has room.
    public var ballastBytes: Int

    public init(
        segmentBytes: Int = 32 << 20, compactionBytes: Int = 4 << 20, ballastBytes: Int = 1 << 20
    ) {
        self.segmentBytes = segmentBytes
        self.compactionBytes = compactionBytes
        self.ballastBytes = ballastBytes
    }
}
