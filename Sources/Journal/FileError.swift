import Glibc

/// What the operating system answered when it refused a file operation.
public struct FileError: Error, Hashable, Sendable {
    public enum Operation: String, Sendable {
        case open, read, write
        case synchronize = "sync"
        case truncate, rename, link, remove, list, lock, close
        case createDirectory = "create directory"
        case status = "examine"
    }

    public var operation: Operation
    public var path: String
    /// The `errno`.
    public var code: Int32

    public init(operation: Operation, path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    static let noSpace = ENOSPC
}

extension FileError: CustomStringConvertible {
    public var description: String {
        "\(path): cannot \(operation.rawValue): \(String(cString: strerror(code)))"
    }
}
