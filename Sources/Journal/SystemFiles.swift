import Glibc

/// The files of the operating system.
public struct SystemFiles: FileSystem {
    public init() {}

    public func open(_ path: String, _ access: FileAccess) throws(FileError) -> any OpenFile {
        let flags =
            switch access {
            case .reading: O_RDONLY
            case .appending: O_RDWR | O_CREAT | O_APPEND
            case .replacing: O_RDWR | O_CREAT | O_APPEND | O_TRUNC
            }
        // A child process must not inherit the lock.
        let descriptor = try succeed(.open, path) { Glibc.open(path, flags | O_CLOEXEC, 0o600) }
        let file = SystemFile(path: path, descriptor: descriptor)
        if access != .reading { try file.keepForOwner() }
        return file
    }

    public func createDirectory(_ path: String) throws(FileError) {
        if mkdir(path, 0o700) == 0 {
            // A umask may have taken the owner's own rights.
            _ = try succeed(.createDirectory, path) { chmod(path, 0o700) }
        } else if errno != EEXIST {
            throw FileError(operation: .createDirectory, path: path, code: errno)
        }
    }

    public func list(_ path: String) throws(FileError) -> [String]? {
        guard let directory = opendir(path) else {
            if errno == ENOENT { return nil }
            throw FileError(operation: .list, path: path, code: errno)
        }
        defer { closedir(directory) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        if errno != 0 { throw FileError(operation: .list, path: path, code: errno) }
        return names.sorted()
    }

    public func size(of path: String) throws(FileError) -> Int? {
        var status = stat()
        if stat(path, &status) == 0 { return Int(status.st_size) }
        if errno == ENOENT { return nil }
        throw FileError(operation: .open, path: path, code: errno)
    }

    public func rename(_ path: String, to target: String) throws(FileError) {
        _ = try succeed(.rename, path) { Glibc.rename(path, target) }
    }

    public func link(_ path: String, to target: String) throws(FileError) {
        _ = try succeed(.link, path) { Glibc.link(path, target) }
    }

    public func remove(_ path: String) throws(FileError) {
        do { _ = try succeed(.remove, path) { unlink(path) } } catch  where error.code == ENOENT {}
    }

    public func removeDirectory(_ path: String) throws(FileError) {
        do { _ = try succeed(.remove, path) { rmdir(path) } } catch  where error.code == ENOENT {}
    }

    public func synchronizeDirectory(_ path: String) throws(FileError) {
        let descriptor = try succeed(.open, path) {
            Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        }
        defer { Glibc.close(descriptor) }
        _ = try succeed(.synchronize, path) { fsync(descriptor) }
    }
}

/// Calls again while a signal interrupts, and turns -1 into an error.
func succeed<Number: SignedInteger>(
    _ operation: FileError.Operation, _ path: String, _ call: () -> Number
) throws(FileError) -> Number {
    while true {
        let result = call()
        if result >= 0 { return result }
        if errno != EINTR { throw FileError(operation: operation, path: path, code: errno) }
    }
}
