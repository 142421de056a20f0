/// The few file operations that durable state needs.
///
/// All of the journal's access to the disk goes through this protocol, so that a test can fail, shorten or cut off
/// any single operation, and forget what was never synced.
///
/// Calls block. Whoever calls them from a task moves to a thread of its own first.
public protocol FileSystem: Sendable {
    func open(_ path: String, _ access: FileAccess) throws(FileError) -> any OpenFile
    /// Makes a directory (0700); one that is already there is fine.
    func createDirectory(_ path: String) throws(FileError)
    /// The names in a directory, sorted; `nil` where there is no such directory.
    func list(_ path: String) throws(FileError) -> [String]?
    /// The length of a file; `nil` where there is none.
    func size(of path: String) throws(FileError) -> Int?
    func rename(_ path: String, to target: String) throws(FileError)
    /// Gives a file a second name; where the file system has no hard links (EPERM, EXDEV, EMLINK), copying is up to the caller.
    func link(_ path: String, to target: String) throws(FileError)
    /// Takes away one name of a file; one that is not there is fine.
    func remove(_ path: String) throws(FileError)
    /// Takes away an empty directory; one that is not there is fine.
    func removeDirectory(_ path: String) throws(FileError)
    /// Makes the names in a directory durable: a file made, renamed, linked or removed is so after a power cut only if
    /// this was called.
    func synchronizeDirectory(_ path: String) throws(FileError)
    /// `NFS`, `SMB` … where a directory lies on a network file system, whose locks and syncs promise less; `nil` on a
    /// local one.
    func networkKind(of path: String) throws(FileError) -> String?
}

/// What a file is opened for.
public enum FileAccess: Sendable {
    case reading
    /// Reading anywhere, writing at the end; made (0600) where missing.
    case appending
    /// Like `appending`, emptied first.
    case replacing
}

/// One open file.
public protocol OpenFile: AnyObject, Sendable {
    var path: String { get }
    func size() throws(FileError) -> Int
    /// Writes at the end and returns how many bytes were taken, which may be fewer than offered.
    func append(_ bytes: UnsafeRawBufferPointer) throws(FileError) -> Int
    /// Returns how many bytes were read; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileError) -> Int
    /// Returns when the contents and the length are on disk (`fdatasync`).
    func synchronize() throws(FileError)
    func truncate(to length: Int) throws(FileError)
    /// Takes the one lock on this file without waiting; `false` where someone else holds it.
    ///
    /// It is held until the file is closed or the process ends.
    func lock() throws(FileError) -> Bool
    func close() throws(FileError)
}

extension OpenFile {
    /// Writes all of `bytes`; a short write counts as a full disk.
    func appendAll(_ bytes: [UInt8]) throws(FileError) {
        let written = try bytes.withUnsafeBufferPointer { (pointer) throws(FileError) in
            try append(UnsafeRawBufferPointer(pointer))
        }
        guard written == bytes.count else {
            throw FileError(operation: .write, path: path, code: FileError.noSpace)
        }
    }

    /// The whole file in memory: for the small ones.
    func readAll() throws(FileError) -> [UInt8] { try read(at: 0, count: try size()) }

    /// Up to `count` bytes; fewer only at the end of the file.
    func read(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let taken = try bytes.withUnsafeMutableBufferPointer { pointer throws(FileError) in
                try read(
                    into: UnsafeMutableRawBufferPointer(
                        rebasing: UnsafeMutableRawBufferPointer(pointer)[filled...]),
                    at: offset + filled)
            }
            if taken == 0 { break }
            filled += taken
        }
        bytes.removeLast(count - filled)
        return bytes
    }
}
