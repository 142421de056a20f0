import Glibc

/// What the machine says about a file beside its contents.
public struct InspectionHost: Sendable {
    /// The permission bits of a file or directory; nil where nobody can say.
    public var mode: @Sendable (_ path: String) -> Int?
    /// Whether somebody holds the lock on a file; nil where nobody can say. It must not take the lock to find out: a
    /// bot that starts in that moment would be refused.
    public var isLocked: @Sendable (_ path: String) -> Bool?

    public init(
        mode: @escaping @Sendable (_ path: String) -> Int?,
        isLocked: @escaping @Sendable (_ path: String) -> Bool?
    ) {
        self.mode = mode
        self.isLocked = isLocked
    }

    /// Knows nothing.
    public static let unknown = InspectionHost(mode: { _ in nil }, isLocked: { _ in nil })

    /// The machine that the program runs on.
    public static let system = InspectionHost(
        mode: { path in status(of: path).map { Int($0.st_mode & 0o777) } },
        isLocked: { path in
            guard let status = status(of: path), let locks = try? SystemFiles.locks() else {
                return nil
            }
            return isLocked(device: UInt64(status.st_dev), file: UInt64(status.st_ino), in: locks)
        })

    private static func status(of path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    /// Looks a file up in the kernel's list of locks (`man 5 proc_locks`):
    /// `1: FLOCK  ADVISORY  WRITE 708 08:01:2752 0 EOF`, the device in hexadecimal.
    static func isLocked(device: UInt64, file: UInt64, in locks: String) -> Bool {
        let (major, minor) = deviceNumbers(device)
        let wanted =
            "\(hexadecimal(major, digits: 2)):\(hexadecimal(minor, digits: 2)):\(file)"
        return locks.split(separator: "\n").contains { line in
            let words = line.split(separator: " ")
            return words.contains("FLOCK") && !words.contains("->")
                && words.contains { $0 == wanted }
        }
    }

    private static func deviceNumbers(_ device: UInt64) -> (major: UInt64, minor: UInt64) {
        (
            (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF,
            device & 0xFF | (device >> 12) & 0xFFFF_FF00
        )
    }
}

extension SystemFiles {
    fileprivate static func locks() throws(FileError) -> String {
        String(decoding: try contents("/proc/locks"), as: UTF8.self)
    }
}
