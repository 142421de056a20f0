import Dispatch

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

    /// `directory` is the state directory; `Journal.open` has made `files/` in it.
    public init(directory: String, files: any FileSystem) {
        self.directory = StateDirectory(directory, files)
    }

    /// Keeps `content` and returns its digest, 64 hexadecimal digits.
    public func put(_ content: [UInt8]) async throws(JournalFault) -> String {
        let digest = SHA256.digest(content)
        let result = await onQueue { [directory] () throws(FileError) in
            try directory.store(content, as: digest)
        }
        do { try result.get() } catch { throw .disk(error) }
        return digest
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
