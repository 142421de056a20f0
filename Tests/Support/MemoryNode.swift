/// The contents of one file, as processes see them and as they are on the disk.
struct MemoryNode {
    private(set) var live: [UInt8]
    /// How much of `live` is on the disk, unless `onDisk` says otherwise.
    private var syncedLength: Int
    /// What is on the disk where that is not simply the beginning of `live`.
    private var onDisk: [UInt8]?
    /// What a failed sync left behind: the kernel takes it for written and never tries again.
    private var forgotten: [Range<Int>] = []
    /// The longest contents that were cut since the last sync.
    private(set) var beforeCut: [UInt8]?

    /// A file that is on the disk as it is.
    init(_ contents: [UInt8] = []) {
        live = contents
        syncedLength = contents.count
    }

    var synced: [UInt8] { onDisk ?? Array(live[..<syncedLength]) }

    var isDirty: Bool { onDisk != nil || syncedLength != live.count || beforeCut != nil }

    mutating func append(_ bytes: some Sequence<UInt8>) { live.append(contentsOf: bytes) }

    mutating func truncate(to length: Int) {
        if length >= live.count {
            live.append(contentsOf: repeatElement(0, count: length - live.count))
            return
        }
        if live.count > beforeCut?.count ?? 0 { beforeCut = live }
        if length < syncedLength, onDisk == nil { onDisk = synced }
        live.removeLast(live.count - length)
        forgotten = forgotten.map { $0.clamped(to: 0..<length) }.filter { !$0.isEmpty }
    }

    mutating func synchronize() {
        (onDisk, syncedLength, beforeCut) = (nil, live.count, nil)
        guard !forgotten.isEmpty else { return }
        var written = live
        for range in forgotten {
            written.replaceSubrange(range, with: repeatElement(0, count: range.count))
        }
        onDisk = written
    }

    /// A sync failed: what it was to write stays readable, and no later sync brings it to the disk.
    mutating func failToSynchronize() {
        let start = sharedLength
        if start < live.count { forgotten.append(start..<live.count) }
    }

    /// How far the contents agree with what is on the disk.
    var sharedLength: Int {
        guard let onDisk else { return syncedLength }
        return zip(live, onDisk).prefix { $0 == $1 }.count
    }
}
