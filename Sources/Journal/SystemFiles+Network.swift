import Glibc

extension SystemFiles {
    private static let networks = [
        "nfs": "NFS", "nfs4": "NFS", "cifs": "SMB", "smb3": "SMB", "smbfs": "SMB", "9p": "9P",
        "ceph": "Ceph", "fuse.ceph": "Ceph", "fuse.ceph-fuse": "Ceph", "afs": "AFS",
        "lustre": "Lustre", "fuse.glusterfs": "GlusterFS", "fuse.sshfs": "SSHFS",
        "fuse.rclone": "rclone",
    ]

    public func networkKind(of path: String) throws(FileError) -> String? {
        var status = stat()
        _ = try succeed(.status, path) { stat(path, &status) }
        let mounts: [UInt8]
        do { mounts = try Self.contents("/proc/self/mountinfo") } catch {
            // Without /proc nobody can say; that alone is no reason to refuse.
            return nil
        }
        return Self.networkKind(
            device: UInt64(status.st_dev), mounts: String(decoding: mounts, as: UTF8.self))
    }

    /// Looks a device up in the kernel's list of mounts (`man 5 proc`).
    ///
    /// By its number and not by the path, so that links, spaces in names and mounts over mounts need no thought.
    static func networkKind(device: UInt64, mounts: String) -> String? {
        let major = (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF
        let minor = device & 0xFF | (device >> 12) & 0xFFFF_FF00
        for line in mounts.split(separator: "\n") {
            // 36 35 98:0 /root /mnt rw,noatime master:1 - ext4 /dev/sda1 rw: the fields in front of "-" vary in number.
            let fields = line.split(separator: " ")
            guard fields.count > 6, fields[2] == "\(major):\(minor)",
                let dash = fields[6...].firstIndex(of: "-"), dash + 1 < fields.count
            else { continue }
            return networks[String(fields[dash + 1])]
        }
        return nil
    }

    /// Reads to the end: the files of the kernel do not know their size.
    static func contents(_ path: String) throws(FileError) -> [UInt8] {
        let file = try SystemFiles().open(path, .reading)
        var contents: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = try chunk.withUnsafeMutableBufferPointer { pointer throws(FileError) in
                try file.read(into: UnsafeMutableRawBufferPointer(pointer), at: contents.count)
            }
            if count == 0 { return contents }
            contents += chunk[..<count]
        }
    }
}
