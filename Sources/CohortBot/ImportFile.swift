import ForumImport
import Glibc

/// The file to import, read no further than an import takes.
package enum ImportFile {
    /// - Throws: `Failure` 64 where there is no such file.
    package static func read(_ path: String) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw fault(path) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        // One byte more than allowed says that the file is too large.
        while bytes.count <= ImportLimits.fileBytes {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw fault(path) }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return bytes
    }

    private static func fault(_ path: String) -> Failure {
        .wrongUsage("\(path): \(String(cString: strerror(errno))); say an exported forum's file")
    }
}
