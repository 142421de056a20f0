import Dispatch
import Synchronization

/// Submitted work and attachments, each under the digest of its content: `files/ab/<sha256>`.
///
/// A name says nothing about who sent the file or what it was called, and the same work is kept once. It is on disk
/// before `put` returns, so a record that names it can follow.
public struct FileStore: Sendable {
    /// What chat platforms let a bot fetch.
    public static let sizeLimit = 20 << 20

    private let directory: StateDirectory
    /// One at a time, and off the pool: a sync blocks.
    private let queue = DispatchQueue(label: "files")
    private let held = Held()

    /// What must stay although no record names it yet.
    private final class Held: Sendable {
        struct State {
            /// How often each is held.
            var counts: [String: Int] = [:]
            /// What was held at any moment since the sweep under way began.
            var touched: Set<String> = []
        }

        let state = Mutex(State())
    }

    /// `directory` is the state directory; `Journal.open` has made `files/` in it.
    public init(directory: String, files: any FileSystem) {
        self.directory = StateDirectory(directory, files)
    }

    /// Keeps `content` and returns its digest, 64 hexadecimal digits.
    ///
    /// It is held until `release`: what names it may still be on its way into the journal.
    public func put(_ content: [UInt8]) async throws(JournalFault) -> String {
        let digest = SHA256.digest(content)
        held.state.withLock { state in
            state.counts[digest, default: 0] += 1
            state.touched.insert(digest)
        }
        let result = await onQueue { [directory] () throws(FileError) in
            try directory.store(content, as: digest)
        }
        do { try result.get() } catch {
            release(digest)
            throw .disk(error)
        }
        return digest
    }

    /// A file that was put is named by a record now, or by nothing any more.
    public func release(_ digest: String) {
        held.state.withLock { state in
            let left = (state.counts[digest] ?? 0) - 1
            state.counts[digest] = left > 0 ? left : nil
        }
    }

    /// Removes every file that nothing names.
    ///
    /// `named` gathers the names after the sweep has begun, nil for none of them to go; what is put meanwhile stays for
    /// the next one. One sweep at a time.
    /// - Returns: how many were removed.
    @discardableResult
    public func sweep(
        keeping named: @Sendable () async throws(JournalFault) -> Set<String>?
    ) async throws(JournalFault) -> Int {
        held.state.withLock { $0.touched = Set($0.counts.keys) }
        guard let kept = try await named() else { return 0 }
        let result = await onQueue { [directory, held] () throws(FileError) in
            try directory.removeSubmitted { digest in
                !kept.contains(digest) && !held.state.withLock { $0.touched.contains(digest) }
            }
        }
        do { return try result.get() } catch { throw .disk(error) }
    }

    /// The digests of everything that is kept.
    public func all() async throws(JournalFault) -> Set<String> {
        let result = await onQueue { [directory] () throws(FileError) in
            Set(try directory.submittedFiles().map(\.name))
        }
        do { return try result.get() } catch { throw .disk(error) }
    }

    /// The content under a digest; `nil` where there is none.
    public func get(_ digest: String) async throws(JournalFault) -> [UInt8]? {
        guard digest.isDigest else { return nil }
        let path = directory.submittedPath(digest)
        let result = await onQueue { [directory] () throws(FileError) in
            try directory.contents(path)
        }
        let content: [UInt8]?
        do { content = try result.get() } catch { throw .disk(error) }
        if let content, SHA256.digest(content) != digest {
            throw .damaged(path: path, line: 1, .digest)
        }
        return content
    }

    private func onQueue<Value: Sendable>(
        _ body: @escaping @Sendable () throws(FileError) -> Value
    ) async -> Result<Value, FileError> {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: Result(catching: body)) }
        }
    }
}

extension StateDirectory {
    fileprivate func submittedFolder(_ digest: String) -> String {
        "\(submitted)/\(digest.prefix(2))"
    }

    fileprivate func submittedPath(_ digest: String) -> String {
        "\(submittedFolder(digest))/\(digest)"
    }

    /// Where a submitted file lies in a state.
    static func submittedPath(_ digest: String, in directory: String) -> String {
        "\(directory)/files/\(digest.prefix(2))/\(digest)"
    }

    /// Every file that is kept, with the folder it is in.
    fileprivate func submittedFiles() throws(FileError) -> [(folder: String, name: String)] {
        var found: [(folder: String, name: String)] = []
        for prefix in try files.list(submitted) ?? [] where prefix.utf8.count == 2 {
            let folder = "\(submitted)/\(prefix)"
            for name in try files.list(folder) ?? [] where name.isDigest {
                found.append((folder, name))
            }
        }
        return found
    }

    fileprivate func removeSubmitted(_ isGarbage: (String) -> Bool) throws(FileError) -> Int {
        let garbage = try submittedFiles().filter { isGarbage($0.name) }
        for file in garbage { try files.remove("\(file.folder)/\(file.name)") }
        for folder in Set(garbage.map(\.folder)).sorted() { try files.synchronizeDirectory(folder) }
        return garbage.count
    }

    fileprivate func store(_ content: [UInt8], as digest: String) throws(FileError) {
        let folder = submittedFolder(digest)
        try files.createDirectory(folder)
        // Also where it is there already: the last start may have been cut before this.
        try files.synchronizeDirectory(submitted)
        if try contents(submittedPath(digest)) == content {
            try files.synchronizeDirectory(folder)
        } else {
            try replace(submittedPath(digest), in: folder, with: content)
        }
    }
}
