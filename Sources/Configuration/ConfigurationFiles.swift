/// The files that the configuration is read from: a disk, or a dictionary.
package struct ConfigurationFiles: Sendable {
    package let read: @Sendable (_ path: String) throws(FileFault) -> [UInt8]
    /// The names in a directory.
    package let list: @Sendable (_ directory: String) throws(FileFault) -> [String]
    package let status: @Sendable (_ path: String) -> FileStatus?

    package init(
        read: @escaping @Sendable (String) throws(FileFault) -> [UInt8],
        list: @escaping @Sendable (String) throws(FileFault) -> [String],
        status: @escaping @Sendable (String) -> FileStatus?
    ) {
        self.read = read
        self.list = list
        self.status = status
    }

    /// Files that are not on a disk: path → bytes.
    package init(contents: [String: [UInt8]]) {
        self.init(
            read: { path throws(FileFault) in
                guard let bytes = contents[path] else { throw .missing }
                return bytes
            },
            list: { directory throws(FileFault) in
                let names = Set(
                    contents.keys.filter { $0.hasPrefix(directory + "/") }
                        .compactMap {
                            $0.dropFirst(directory.count + 1).split(separator: "/").first
                        }
                        .map(String.init))
                if names.isEmpty { throw .missing }
                return Array(names)
            },
            status: { path in
                contents[path].map {
                    FileStatus(size: $0.count, modified: 0, isReadableByAll: false)
                }
            })
    }
}

/// What is known of a file without reading it.
package struct FileStatus: Hashable, Sendable {
    package let size: Int
    /// Nanoseconds since 1970.
    package let modified: Int
    package let isReadableByAll: Bool

    package init(size: Int, modified: Int, isReadableByAll: Bool) {
        self.size = size
        self.modified = modified
        self.isReadableByAll = isReadableByAll
    }
}

/// Why a file could not be read.
package enum FileFault: Error, Hashable, Sendable {
    case missing
    case tooLarge
    /// The system's words, such as "Permission denied".
    case unreadable(String)

    var words: String {
        switch self {
        case .missing: "no such file or directory"
        case .tooLarge: "larger than 1 MiB; that is no configuration"
        case .unreadable(let reason): "cannot be read: \(reason)"
        }
    }
}
