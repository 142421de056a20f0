import Glibc
import Synchronization

/// A file descriptor, closed once.
final class SystemFile: OpenFile {
    let path: String
    private let descriptor: Int32
    private let isClosed = Atomic(false)

    init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit { try? close() }

    /// Gives back the owner's rights where a umask took them from a new file, which could not be opened again.
    func keepForOwner() throws(FileError) {
        var status = stat()
        _ = try succeed(.open, path) { fstat(descriptor, &status) }
        if status.st_mode & 0o600 != 0o600 {
            _ = try succeed(.open, path) { fchmod(descriptor, 0o600) }
        }
    }

    func size() throws(FileError) -> Int {
        var status = stat()
        _ = try succeed(.read, path) { fstat(descriptor, &status) }
        return Int(status.st_size)
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws(FileError) -> Int {
        try succeed(.write, path) { write(descriptor, bytes.baseAddress, bytes.count) }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileError) -> Int {
        try succeed(.read, path) {
            pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
        }
    }

    func synchronize() throws(FileError) {
        _ = try succeed(.synchronize, path) { fdatasync(descriptor) }
    }

    func truncate(to length: Int) throws(FileError) {
        _ = try succeed(.truncate, path) { ftruncate(descriptor, off_t(length)) }
    }

    func lock() throws(FileError) -> Bool {
        do {
            _ = try succeed(.lock, path) { flock(descriptor, LOCK_EX | LOCK_NB) }
            return true
        } catch  where error.code == EWOULDBLOCK {
            return false
        }
    }

    func close() throws(FileError) {
        guard !isClosed.exchange(true, ordering: .relaxed) else { return }
        // Linux frees the descriptor even when close reports an error: calling again could close another's.
        if Glibc.close(descriptor) != 0, errno != EINTR {
            throw FileError(operation: .close, path: path, code: errno)
        }
    }
}
