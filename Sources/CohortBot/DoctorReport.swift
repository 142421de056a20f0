import Cohorts
import Journal

/// What an inspection found, as lines for people or for programs.
struct DoctorReport {
    let directory: String
    let inspection: Inspection

    // MARK: For people

    /// One line a file, then what was found, then what to do.
    var lines: [String] {
        guard !inspection.files.isEmpty else {
            return ["\(directory)/: nothing is there yet; the first start makes it"]
        }
        return fileLines + findings + [verdict]
    }

    private var fileLines: [String] {
        var lines = inspection.files.filter { !isSummed($0) }.map(Self.line)
        let summed = inspection.files.filter(isSummed)
        if !summed.isEmpty {
            lines.append("\(directory)/files/: \(summed.count.files) handed in, sound")
        }
        return lines
    }

    /// Sound files that were handed in are told as one line: there may be thousands.
    private func isSummed(_ file: Inspection.File) -> Bool {
        file.role == .submitted && file.findings.isEmpty
    }

    private static func line(_ file: Inspection.File) -> String {
        var words: [String] = []
        if let lines = file.lines { words.append(lines == 1 ? "1 line" : "\(lines) lines") }
        if let first = file.firstSeq, let last = file.lastSeq {
            words.append(first == last ? "record \(first)" : "records \(first) to \(last)")
        }
        if file.role == .previous { words.append("kept for repairs") }
        words.append(file.role == .orphan ? "not read" : file.isSound ? "sound" : "damaged")
        return "\(file.path): \(words.joined(separator: ", "))"
    }

    private var findings: [String] {
        var lines: [String] = []
        if let kind = inspection.networkKind {
            lines.append(
                "\(directory): warning: it is on \(kind), whose locks and syncs promise less than a local disk's"
            )
        }
        for file in inspection.files {
            for finding in file.findings {
                let place = finding.line.map { "\(file.path):\($0)" } ?? file.path
                lines.append(
                    finding.isDamage
                        ? "\(file.path):\(finding.line ?? 1): \(finding.reason)"
                        : "\(place): note: \(finding.reason)")
            }
        }
        return lines
    }

    private var verdict: String {
        let damaged = inspection.files.filter { !$0.isSound }
        guard !damaged.isEmpty else {
            let last = inspection.recovery?.lastSeq ?? 0
            return "\(directory)/ is sound, up to record \(last)."
        }
        if !inspection.isStartable {
            return "\(directory)/ is damaged, and no bot starts on it. "
                + "Next: cohortbot doctor --repair --state \(directory), or restore a backup."
        }
        let submitted = damaged.contains { $0.role == .submitted }
        return "\(directory)/ is damaged where a start does not need it, so a bot starts on it. "
            + (submitted
                ? "Next: take the files named above from a backup."
                : "Next: check the disk, and make a backup; the next snapshot takes the place of the damaged one.")
    }

    // MARK: For programs

    /// A file as one line of JSON.
    private struct FileObject: Encodable {
        let file: Inspection.File

        private enum Key: String, CodingKey {
            case path, lines, bytes, sound, findings, orphan
            case firstSeq = "first_seq"
            case lastSeq = "last_seq"
        }

        private struct Finding: Encodable {
            let line: Int
            let reason: String
            let damage: Bool
        }

        func encode(to encoder: any Encoder) throws {
            var box = encoder.container(keyedBy: Key.self)
            try box.encode(file.path, forKey: .path)
            try box.encode(file.lines, forKey: .lines)
            try box.encode(file.firstSeq, forKey: .firstSeq)
            try box.encode(file.lastSeq, forKey: .lastSeq)
            try box.encode(file.bytes, forKey: .bytes)
            try box.encode(file.isSound, forKey: .sound)
            try box.encode(file.role == .orphan, forKey: .orphan)
            try box.encode(
                file.findings.map {
                    Finding(line: $0.line ?? 1, reason: $0.reason, damage: $0.isDamage)
                }, forKey: .findings)
        }
    }

    func json(_ codec: EventCodec) throws -> [String] {
        try inspection.files.map {
            String(decoding: try codec.encode(line: FileObject(file: $0)), as: UTF8.self)
        }
    }
}

extension Int {
    /// `1 file`, `12 files`.
    fileprivate var files: String { self == 1 ? "1 file" : "\(self) files" }
}
