import FoundationEssentials
import Glibc
import Testing

@testable import Journal

@Suite struct SystemFilesTests {
    /// A directory of its own on the real disk, gone afterwards.
    private func withDirectory(_ body: (String) async throws -> Void) async throws {
        var template = Array("/tmp/cohortbot-journal-XXXXXX".utf8CString)
        let path = try template.withUnsafeMutableBufferPointer { buffer in
            let base = try #require(buffer.baseAddress)
            return String(cString: try #require(mkdtemp(base)))
        }
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }

    private func open(_ path: String, _ take: @escaping (Record) -> Void = { _ in })
        throws(JournalFault) -> Journal
    {
        try Journal.open(
            directory: path + "/state", files: SystemFiles(),
            now: { Date(timeIntervalSince1970: 0) },
            madeBy: "cohortbot test", limits: JournalLimits(ballastBytes: 64),
            reader: StateReader(
                entity: { _, _ in throw CancellationError() }, record: { $0 }, take: take))
    }

    private func mode(_ path: String) -> UInt32 {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test("on a real disk: written, refused to a second one, torn, recovered")
    func realDisk() async throws {
        try await withDirectory { path in
            let journal = try open(path)
            let last = try journal.append((1...100).map(entry))
            try await journal.durable(upTo: last)
            let fault = #expect(throws: JournalFault.self) { try open(path) }
            #expect(
                fault
                    == .inUse(
                        directory: path + "/state", pid: Int(getpid()),
                        since: "1970-01-01T00:00:00.000Z"))
            await journal.stop()

            let segment = path + "/state/journal/j-00000001.jsonl"
            let file = try SystemFiles().open(segment, .appending)
            try file.appendAll(Array("torn".utf8))
            try file.close()
            var numbers: [Int?] = []
            let again = try open(path) { numbers.append(number($0)) }
            #expect(numbers == Array(1...100))
            #expect(again.recovery.tornTail?.byteCount == 4)
            await again.stop()
        }
    }

    @Test("files are 0600 and directories 0700")
    func modes() async throws {
        try await withDirectory { path in
            let journal = try open(path)
            let store = FileStore(directory: path + "/state", files: SystemFiles())
            let digest = try await store.put(Array("abc".utf8))
            await journal.stop()
            for name in [
                "LOCK", "FORMAT", "HEAD", "journal/j-00000001.jsonl", "files/ba/\(digest)",
            ] {
                #expect(mode("\(path)/state/\(name)") == 0o600, "\(name)")
            }
            for name in ["", "/journal", "/files", "/files/ba", "/quarantine"] {
                #expect(mode("\(path)/state\(name)") == 0o700, "\(name)")
            }
        }
    }

    @Test("a file in the place of the directory is refused with its path")
    func notADirectory() async throws {
        try await withDirectory { path in
            try SystemFiles().open(path + "/state", .replacing).close()
            let fault = #expect(throws: JournalFault.self) { try open(path) }
            #expect(fault?.description == "\(path)/state/LOCK: cannot open: Not a directory")
            #expect(fault?.exitCode == 73)
        }
    }

    @Test("what is not there is nothing, and no error")
    func absent() async throws {
        try await withDirectory { path in
            let size = try SystemFiles().size(of: path + "/no")
            #expect(size == nil)
            let names = try SystemFiles().list(path + "/no")
            #expect(names == nil)
            #expect(throws: FileError(operation: .open, path: path + "/no", code: ENOENT)) {
                try SystemFiles().open(path + "/no", .reading)
            }
        }
    }

    @Test("a umask that would open them to all changes nothing")
    func openUmask() async throws {
        try await withDirectory { path in
            // Nobody else is hurt: every other test that looks at modes asks for narrow ones.
            let before = umask(0)
            defer { umask(before) }
            try SystemFiles().createDirectory(path + "/a")
            try SystemFiles().open(path + "/a/b", .appending).close()
            #expect(mode(path + "/a") == 0o700)
            #expect(mode(path + "/a/b") == 0o600)
        }
    }

    @Test(
        "a file whose owner lost his rights to a umask gets them back; more than that is left alone"
    )
    func ownerRights() async throws {
        try await withDirectory { path in
            for (made, kept) in [(0, 0o600), (0o400, 0o600), (0o640, 0o640)] as [(mode_t, mode_t)] {
                let name = "\(path)/\(made)"
                let file = SystemFile(path: name, descriptor: Glibc.open(name, O_CREAT | O_RDWR, 0))
                chmod(name, made)
                try file.keepForOwner()
                #expect(mode(name) == kept)
            }
        }
    }

    @Test("a linked file is one file until its last name is gone")
    func links() async throws {
        try await withDirectory { path in
            let files = SystemFiles()
            let (first, second) = (path + "/first", path + "/second")
            let file = try files.open(first, .appending)
            try files.link(first, to: second)
            try file.appendAll(Array("abc".utf8))
            try files.remove(first)
            #expect(try files.list(path) == ["second"])
            #expect(try files.open(second, .reading).readAll() == Array("abc".utf8))
            #expect(throws: FileError(operation: .link, path: first, code: ENOENT)) {
                try files.link(first, to: path + "/third")
            }
            try files.open(first, .appending).close()
            #expect(throws: FileError(operation: .link, path: first, code: EEXIST)) {
                try files.link(first, to: second)
            }
        }
    }

    @Test("only an empty directory is removed, and what is not there is no error")
    func removing() async throws {
        try await withDirectory { path in
            let files = SystemFiles()
            try files.createDirectory(path + "/a")
            try files.open(path + "/a/b", .appending).close()
            #expect(throws: FileError(operation: .remove, path: path + "/a", code: ENOTEMPTY)) {
                try files.removeDirectory(path + "/a")
            }
            #expect(throws: FileError(operation: .remove, path: path + "/a", code: EISDIR)) {
                try files.remove(path + "/a")
            }
            for _ in 1...2 { try files.remove(path + "/a/b") }
            for _ in 1...2 { try files.removeDirectory(path + "/a") }
            #expect(try files.list(path) == [])
        }
    }

    @Test("the kind of a network file system is read from the kernel's list of mounts")
    func networkKinds() async throws {
        let mounts = """
            21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            40 21 0:52 / /mnt/a\\040b rw shared:9 master:2 - nfs4 host:/x rw,vers=4.2
            41 21 0:300 / /mnt/c rw - cifs //host/x rw
            42 21 0:54 / /mnt/d rw - fuse.sshfs host: rw
            broken -
            """
        func kind(_ major: UInt64, _ minor: UInt64) -> String? {
            SystemFiles.networkKind(
                device: (minor & 0xFF) | major << 8 | (minor & ~0xFF) << 12, mounts: mounts)
        }
        #expect(kind(8, 1) == nil)
        #expect(kind(0, 52) == "NFS")
        #expect(kind(0, 300) == "SMB")
        #expect(kind(0, 54) == "SSHFS")
        #expect(kind(7, 7) == nil)
        #expect(throws: FileError(operation: .status, path: "/nowhere", code: ENOENT)) {
            try SystemFiles().networkKind(of: "/nowhere")
        }
        #expect(try SystemFiles().networkKind(of: "/proc") == nil)
    }
}
