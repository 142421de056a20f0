/// Why state cannot be opened, read or written: facts for the caller, and one sentence for people.
public enum JournalFault: Error, Hashable, Sendable {
    /// Another process holds the lock; what it wrote about itself, where it already had.
    case inUse(directory: String, pid: Int?, since: String?)
    /// What somebody was told is not there as it was written.
    case damaged(path: String, line: Int, Damage)
    case newerFormat(path: String, format: Int, madeBy: String, supported: Int, program: String)
    /// The disk refused; for this file that is final.
    case disk(FileError)
    /// What was to be kept is not one JSON value a line; a fault of the caller's, and it names no content.
    case content(String)
    case stopped

    public enum Damage: Hashable, Sendable {
        case line(LineDamage)
        case missing
        /// The file is not in the form in which it was written.
        case malformed
        case endsEarly(last: Int, head: Int)
        /// A file of a snapshot has another number of lines than its manifest says.
        case otherLength(lines: Int, manifest: Int)
        /// Every line is sound, and they are not those that the manifest was written over.
        case otherLines
        /// The records are sound, and they are not those that HEAD was written over.
        case otherHistory
        /// The content has another digest than its name.
        case digest
        /// The reader of the records does not know what to do with this one.
        case notUnderstood(kind: String)
    }

    /// As `interfaces.md` names them for scripts.
    public var exitCode: Int32 {
        switch self {
        case .damaged, .content: 65
        case .disk: 73
        case .inUse, .stopped: 75
        case .newerFormat: 78
        }
    }
}

extension JournalFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .inUse(let directory, let pid, let since):
            "\(directory)/ is used by \(pid.map { "pid \($0)" } ?? "another process")"
                + (since.map { " since \($0)" } ?? "")
        case .damaged(let path, let line, let damage):
            "\(path):\(line): \(damage); run 'cohortbot doctor'"
        case .newerFormat(let path, let format, let madeBy, let supported, let program):
            "\(path): made by \(madeBy) (format \(format)); this is \(program) (format \(supported))"
        case .disk(let error): "\(error)"
        case .content(let words): words
        case .stopped: "the journal is closed"
        }
    }
}

extension JournalFault.Damage: CustomStringConvertible {
    public var description: String {
        switch self {
        case .line(let damage): "\(damage)"
        case .missing: "the file is missing"
        case .malformed: "the file is not in the form it was written in"
        case .endsEarly(let last, let head):
            "the journal ends at record \(last), and HEAD knows of record \(head)"
        case .otherLength(let lines, let manifest):
            "the file has \(lines) lines, and its manifest knows of \(manifest)"
        case .otherLines: "the lines are not those that the manifest was written over"
        case .otherHistory: "the records up to here are not those that HEAD was written over"
        case .digest: "the content does not match its digest"
        case .notUnderstood(let kind): "a record of kind '\(kind)' is not understood"
        }
    }
}

/// Carries a refusal of the disk into the journal's own error.
func onDisk<Value>(_ body: () throws(FileError) -> Value) throws(JournalFault) -> Value {
    do { return try body() } catch { throw .disk(error) }
}
