extension InspectionRun {
    /// Submitted work, what was set aside, and what does not belong here.
    mutating func others(
        beside generations: (current: InspectedGeneration, previous: InspectedGeneration?)
    ) throws(JournalFault) {
        try leftovers(generations)
        try submitted()
        for name in try names(in: directory.quarantine) {
            let path = "\(directory.quarantine)/\(name)"
            try orphan(path, "set aside")
        }
        let known: Set<String> = [
            "LOCK", "FORMAT", "HEAD", "BALLAST", "journal", "snapshots", "files", "quarantine",
            "lost+found", "gateway",
        ]
        for name in try names(in: directory.path)
        where !known.contains(name) && !name.hasPrefix("backup-") {
            try orphan("\(directory.path)/\(name)", Self.reason(name))
        }
    }

    private static func reason(_ name: String) -> String {
        name.hasSuffix(".tmp") ? "left over from a write that was cut off" : "not part of the state"
    }

    private mutating func leftovers(
        _ generations: (current: InspectedGeneration, previous: InspectedGeneration?)
    ) throws(JournalFault) {
        let (current, previous) = generations
        let read = Set(current.segments + (previous?.segments ?? []))
        for name in try names(in: directory.journal) {
            let path = "\(directory.journal)/\(name)"
            guard let number = SegmentName.number(name) else {
                try orphan(path, Self.reason(name))
                continue
            }
            if !read.contains(number) { try orphan(path, "older than what is kept") }
        }
        for name in try names(in: directory.snapshots) {
            let number = SnapshotName.number(name)
            if let number, number == current.snapshot || number == previous?.snapshot { continue }
            let isUnfinished = (number ?? 0) >= current.first - 1
            let reason =
                isUnfinished ? "a snapshot that was not finished" : "older than what is kept"
            note("\(directory.snapshots)/\(name)", number == nil ? Self.reason(name) : reason)
        }
    }

    /// Every file must still be what its name says.
    private mutating func submitted() throws(JournalFault) {
        for folder in try names(in: directory.submitted) {
            let path = "\(directory.submitted)/\(folder)"
            guard let names = try? directory.files.list(path) else {
                try orphan(path, Self.reason(folder))
                continue
            }
            for name in names {
                let path = "\(path)/\(name)"
                guard name.isDigest, name.hasPrefix(folder), folder.utf8.count == 2 else {
                    try orphan(path, Self.reason(name))
                    continue
                }
                let content = try onDisk { () throws(FileError) in try directory.contents(path) }
                guard let content else { continue }
                add(Inspection.File(path, .submitted, bytes: content.count))
                if SHA256.digest(content) != name {
                    report(path, .submitted, nil, "\(JournalFault.Damage.digest)")
                }
            }
        }
    }

    private mutating func orphan(_ path: String, _ reason: String) throws(JournalFault) {
        let size = try onDisk { () throws(FileError) in try directory.files.size(of: path) }
        add(Inspection.File(path, .orphan, bytes: size))
        note(path, reason)
    }

    private func names(in folder: String) throws(JournalFault) -> [String] {
        try onDisk { () throws(FileError) in try directory.files.list(folder) ?? [] }
    }
}

extension String {
    /// Whether it is a SHA-256 in lowercase hexadecimal.
    var isDigest: Bool { utf8.count == 64 && utf8.allSatisfy { hexadecimalDigit($0) != nil } }
}
