import Glibc

/// What standard input or a file hands over until its end, chunk by chunk, whatever signals interrupt.
final class ByteChunks {
    private let descriptor: Int32
    private var buffer: [UInt8]

    /// Standard input.
    init() {
        descriptor = STDIN_FILENO
        buffer = [UInt8](repeating: 0, count: 1 << 16)
    }

    /// A file, with further flags of `open(2)`.
    /// - Throws: why it cannot be opened.
    init(of path: String, flags: Int32 = 0) throws(SystemError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | flags)
        if descriptor < 0 { throw SystemError() }
        self.descriptor = descriptor
        buffer = [UInt8](repeating: 0, count: 1 << 18)
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    /// The next chunk; nil at the end.
    func next() throws(SystemError) -> ArraySlice<UInt8>? {
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 { return buffer[..<count] }
            if count == 0 { return nil }
            if errno != EINTR { throw SystemError() }
        }
    }
}

/// What the system says of the call that has just failed.
struct SystemError: Error, Equatable {
    let words: String

    init(_ code: Int32 = errno) { words = String(cString: strerror(code)) }
}
