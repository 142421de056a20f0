extension InspectionRun {
    /// Reads a snapshot's files line by line; nil where it does not say how far it reaches.
    mutating func snapshot(
        _ name: String, _ role: Inspection.Role, _ reader: StateReader<Part>
    ) throws(JournalFault) -> Reach? {
        let path = directory.manifest(name)
        let bytes = try onDisk { () throws(FileError) in try directory.contents(path) }
        guard let bytes else {
            report(path, role, 1, "\(JournalFault.Damage.missing)")
            try unlisted(name, role, nil, reader)
            return nil
        }
        var file = Inspection.File(path, role, bytes: bytes.count)
        file.lines = bytes.count { $0 == UInt8(ascii: "\n") }
        add(file)
        let manifest: Manifest
        do throws(Manifest.Fault) { manifest = try Manifest(bytes) } catch {
            report(path, role, error.line, "\(error.damage)")
            try unlisted(name, role, nil, reader)
            return nil
        }
        for described in manifest.files {
            try entities(described.name, in: name, role, as: described, reader)
        }
        try unlisted(name, role, Set(manifest.files.map(\.name)), reader)
        return Reach(seq: manifest.seq, chain: manifest.chain)
    }

    /// Files that the manifest does not know; where there is none to ask, they are read as they are.
    private mutating func unlisted(
        _ name: String, _ role: Inspection.Role, _ known: Set<String>?, _ reader: StateReader<Part>
    ) throws(JournalFault) {
        let found = try onDisk { () throws(FileError) in try directory.snapshotFiles(name) }
        for file in found {
            guard let known else {
                try entities(file, in: name, role, as: nil, reader)
                continue
            }
            if !known.contains(file) {
                note(directory.snapshotFile(name, file), "the manifest does not know it")
            }
        }
    }

    private mutating func entities(
        _ file: String, in name: String, _ role: Inspection.Role, as described: Manifest.File?,
        _ reader: StateReader<Part>
    ) throws(JournalFault) {
        let path = directory.snapshotFile(name, file)
        let size = try onDisk { () throws(FileError) in try directory.files.size(of: path) }
        guard let size else {
            report(path, role, 1, "\(JournalFault.Damage.missing)")
            return
        }
        var found = Inspection.File(path, role, bytes: size)
        var stream = try onDisk { () throws(FileError) in
            EntityStream(
                try directory.files.open(path, .reading), name: file, decode: reader.entity)
        }
        func damage(_ line: Int, _ damage: JournalFault.Damage) {
            found.findings.append(
                Inspection.Finding(line: line, reason: "\(damage)", isDamage: true))
        }
        while let outcome = try onDisk({ () throws(FileError) in try stream.next() }) {
            switch outcome {
            case .sound(_, .some): break
            case .sound(_, nil): damage(stream.line, .notUnderstood(kind: "entity"))
            case .damaged(let why): damage(stream.line, .line(why))
            }
        }
        found.lines = stream.line
        if let described {
            if stream.line != described.lines {
                damage(
                    stream.line + 1,
                    .otherLength(lines: stream.line, manifest: described.lines))
            } else if found.isSound,
                stream.digest != described.digest || stream.length != described.bytes
            {
                damage(max(1, stream.line), .otherLines)
            }
        }
        add(found)
    }
}

extension StateDirectory {
    /// The files of a snapshot but for its manifest, as a manifest names them.
    func snapshotFiles(_ name: String) throws(FileError) -> [String] {
        var found: [String] = []
        for entry in try files.list(snapshot(name)) ?? [] where entry != "manifest" {
            if SnapshotContent.File.isName(entry) {
                found.append(entry)
            } else if let inner = try? files.list("\(snapshot(name))/\(entry)") {
                found += inner.map { "\(entry)/\($0)" }.filter(SnapshotContent.File.isName)
            }
        }
        return found
    }
}
