/// Files that belong together: a snapshot, where there is one, and the segments behind it.
struct InspectedGeneration {
    var snapshot: Int?
    var segments: [Int]
    /// The number that the first of the segments must have.
    var first: Int
}

/// A place between two records.
struct Reach: Hashable {
    var seq: Int
    var chain: Chain
}

/// Where a generation begins and how far it reaches; nil where damage leaves that open.
struct Extent {
    var start: Reach?
    var end: Reach?
}

extension InspectionRun {
    /// What a start reads, and what is kept for repairs.
    ///
    /// Without a sound HEAD the newest snapshot is taken for the one it named.
    func generations(
        _ head: Head?
    ) throws(JournalFault) -> (current: InspectedGeneration, previous: InspectedGeneration?) {
        let (segments, snapshots) = try onDisk { () throws(FileError) in
            (try directory.segmentNumbers(), try directory.snapshotNumbers())
        }
        let first = head?.first ?? snapshots.last.map { $0 + 1 } ?? segments.first ?? 1
        let hasSnapshot = head?.hasSnapshot ?? !snapshots.isEmpty
        let current = InspectedGeneration(
            snapshot: hasSnapshot ? first - 1 : nil, segments: segments.filter { $0 >= first },
            first: first)
        let before = hasSnapshot ? snapshots.last { $0 < first - 1 } : nil
        let older = segments.filter { $0 < first && $0 > before ?? 0 }
        guard hasSnapshot, before != nil || !older.isEmpty else { return (current, nil) }
        return (
            current,
            InspectedGeneration(
                snapshot: before, segments: older, first: before.map { $0 + 1 } ?? 1)
        )
    }

    mutating func read(
        _ generation: InspectedGeneration, _ role: Inspection.Role, head: Head?,
        _ reader: StateReader<Part>
    ) throws(JournalFault) -> Extent {
        var start: Reach? = Reach(seq: 0, chain: Chain())
        if let number = generation.snapshot {
            start = try snapshot(SnapshotName.name(number), role, reader)
            if let start, let head, head.seq < start.seq {
                report(directory.head, .current, 1, "\(JournalFault.Damage.malformed)")
            }
        }
        // A generation before that is gone leaves nothing; one of which something is there has its first segment.
        let isExpected = role == .current ? head != nil : true
        if isExpected, generation.segments.first != generation.first {
            report(directory.segment(generation.first), role, 1, "\(JournalFault.Damage.missing)")
            if role == .previous { start = nil }
        }
        var segments = try InspectionOfSegments<Part>(
            generation.segments, in: directory, after: start, head: head, role: role)
        try segments.run(reader)
        for file in segments.files { add(file) }
        return Extent(start: start, end: segments.end)
    }

    /// The generation before must lead up to the snapshot, or it could not replace it.
    ///
    /// After a fault of the disk it does not, and need not: the segment that failed is in quarantine, and the snapshot
    /// was made from memory.
    mutating func connect(
        _ previous: Extent, to start: Reach?, _ generation: InspectedGeneration
    ) throws(JournalFault) {
        guard let end = previous.end, let start, end != start else { return }
        var restarted = end.chain
        restarted.add(UInt32(truncatingIfNeeded: start.seq))
        let setAside = try onDisk { () throws(FileError) in
            try directory.files.list(directory.quarantine)
        }
        let last = generation.segments.last ?? generation.first
        let isExplained =
            restarted == start.chain
            || (setAside ?? []).contains { name in
                SegmentName.number(String(name.prefix(SegmentName.first.count))) ?? 0 >= last
            }
        // A state that began with a snapshot, such as a repaired one, has nothing in front of it.
        if isExplained, generation.snapshot == nil, end.seq == 0 { return }
        let path = directory.segment(last)
        let reason =
            "the generation before ends at record \(end.seq), and the snapshot holds everything up to \(start.seq)"
        if isExplained {
            note(path, reason + "; it was made when the disk failed", as: .previous)
        } else {
            report(path, .previous, nil, reason)
        }
    }
}
