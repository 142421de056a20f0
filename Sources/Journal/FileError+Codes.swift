import Glibc

extension FileError {
    static let missing = ENOENT
    static let inputOutput = EIO

    /// Whether room would help.
    var isAboutRoom: Bool { code == ENOSPC || code == EDQUOT }

    /// Whether this file system, or this file, has no further names to give.
    var isAboutLinks: Bool {
        [EPERM, EXDEV, EMLINK, EOPNOTSUPP, ENOSYS].contains(code)
    }
}
