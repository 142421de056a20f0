import ForumImport
import Glibc

/// The file to import, read no further than an import takes.
package enum ImportFile {
    /// - Throws: `Failure` 64 where there is no such file.
    package static func read(_ path: String) throws -> [UInt8] {
        do throws(SystemError) {
            // Nobody waits here for a pipe that nobody writes to.
            let file = try ByteChunks(of: path, flags: O_NONBLOCK)
            var bytes: [UInt8] = []
            // One byte more than allowed says that the file is too large.
            while bytes.count <= ImportLimits.fileBytes, let chunk = try file.next() {
                bytes += chunk
            }
            return bytes
        } catch {
            throw Failure.wrongUsage("\(path): \(error.words); say an exported forum's file")
        }
    }
}
