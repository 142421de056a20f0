import Glibc

/// A file that the person at the terminal named: a plain one, a pipe, or `/dev/stdin`.
struct NamedFile {
    private let path: String

    init(_ path: String) { self.path = path }

    func bytes() throws(NamedFileError) -> [UInt8] {
        do throws(SystemError) {
            let file = try ByteChunks(of: path)
            var bytes: [UInt8] = []
            while let chunk = try file.next() { bytes += chunk }
            return bytes
        } catch {
            throw NamedFileError(words: "\(path): \(error.words)")
        }
    }

    /// Writes all or nothing of a plain file, so that nobody reads half of it; a pipe or device gets the bytes as they
    /// come.
    func replace(with bytes: [UInt8]) throws(NamedFileError) {
        var status = stat()
        let isSpecial = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
        if isSpecial { return try write(bytes, to: path, flags: O_WRONLY) }
        let draft = "\(path).\(getpid()).draft"
        do {
            try write(bytes, to: draft, flags: O_WRONLY | O_CREAT | O_TRUNC)
            _ = try succeed { rename(draft, path) }
        } catch {
            unlink(draft)
            throw error
        }
    }

    private func write(_ bytes: [UInt8], to path: String, flags: Int32) throws(NamedFileError) {
        let descriptor = Int32(try succeed { open(path, flags | O_CLOEXEC, 0o666) })
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = try succeed {
                rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Calls again while a signal interrupts, and turns -1 into an error.
    private func succeed<Number: SignedInteger>(
        _ call: () -> Number
    ) throws(NamedFileError) -> Int {
        while true {
            let result = call()
            if result >= 0 { return Int(result) }
            let code = errno
            if code != EINTR {
                throw NamedFileError(words: "\(path): \(SystemError(code).words)")
            }
        }
    }
}

/// Why a file could not be read or written, as a line for the terminal.
struct NamedFileError: Error, Equatable {
    let words: String
}
