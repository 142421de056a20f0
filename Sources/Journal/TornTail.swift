/// The end of a segment that was written and never acknowledged: nobody was told anything that stands in it.
public struct TornTail: Hashable, Sendable {
    public var path: String
    /// Its first line.
    public var line: Int
    public var byteCount: Int
    public var damage: LineDamage
    /// The file it was moved to; `nil` after a read-only look, which leaves it where it is.
    public var quarantine: String?
}

extension TornTail: CustomStringConvertible {
    public var description: String {
        "\(path):\(line): \(damage): an unacknowledged tail of \(byteCount) bytes, "
            + (quarantine.map { "moved to \($0)" } ?? "left out")
    }
}

/// What was found when state was read.
public struct Recovery: Hashable, Sendable {
    /// The last record; 0 where there is none yet.
    public var lastSeq = 0
    /// The last record whose effect the snapshot holds; 0 without a snapshot.
    public var snapshotSeq = 0
    public var snapshotBytes = 0
    /// How often this state was restored from a backup.
    public var epoch = 0
    public var tornTail: TornTail?
    /// Files that HEAD does not name: kept, and not read.
    public var leftovers: [String] = []
    /// `NFS`, `SMB` … where the directory is on a network file system, whose promises are weaker.
    public var networkKind: String?
}
