import Glibc

extension ConfigurationFiles {
    /// The file system.
    package static let disk = ConfigurationFiles(
        read: { path throws(FileFault) in try readFile(path) },
        list: { path throws(FileFault) in try listDirectory(path) },
        status: { path in
            var info = stat()
            guard stat(path, &info) == 0 else { return nil }
            return FileStatus(
                size: Int(info.st_size),
                modified: Int(info.st_mtim.tv_sec) * 1_000_000_000 + Int(info.st_mtim.tv_nsec),
                isReadableByAll: info.st_mode & S_IROTH != 0)
        })

    private static let largest = 1 << 20

    private static func readFile(_ path: String) throws(FileFault) -> [UInt8] {
        // A fifo or a device must not hold up the start.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw current() }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw current() }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            if bytes.count > largest { throw .tooLarge }
        }
    }

    private static func listDirectory(_ path: String) throws(FileFault) -> [String] {
        guard let directory = opendir(path) else { throw current() }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func current() -> FileFault {
        let code = errno
        return code == ENOENT ? .missing : .unreadable(String(cString: strerror(code)))
    }
}
