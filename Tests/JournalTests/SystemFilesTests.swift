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

    private func open(_ path: String, _ replay: (Record) -> Void = { _ in }) throws(JournalFault)
        -> Journal
    {
        try Journal.open(
            directory: path + "/state", files: SystemFiles(),
            now: { Date(timeIntervalSince1970: 0) },
            madeBy: "cohortbot test", replay: replay)
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
}
