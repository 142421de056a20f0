import FoundationEssentials
import Testing

@testable import Journal
@testable import Support

@Suite struct RestoreTests {
    private func restore(_ files: MemoryFileSystem) throws(JournalFault) -> Backup.Made? {
        try Restore.run(
            from: "backup", to: "state", files: files,
            now: { Date(timeIntervalSince1970: 0) }, program: "cohortbot test",
            makeReader: { Collected().reader })
    }

    /// A disk with nothing but a backup.
    private func backup() async throws -> (MemoryFileSystem, [Int]) {
        let (files, known) = try await longLife()
        let moved = MemoryFileSystem()
        try moved.createDirectory("backup")
        _ = try Backup.make(
            of: "state", at: "copy", files: files, program: "test",
            makeReader: { Collected().reader })
        for (path, bytes) in files.tree where path.hasPrefix("copy/") {
            moved.replace("backup" + path.dropFirst(4), with: bytes)
        }
        return (moved, known)
    }

    @Test("a bot starts on it and knows that its windows are older")
    func starts() async throws {
        let (files, known) = try await backup()
        let made = try restore(files)
        #expect(made?.recovery.lastSeq == 48)
        let left = files.afterPowerCut(.lost, keepsNames: false)
        let (journal, numbers) = try open(left)
        #expect(numbers == known)
        #expect(journal.recovery.epoch == 1)
        try await journal.durable(upTo: journal.append([entry(49)]))
        await journal.stop()
        #expect(left.paths.contains { $0.hasPrefix("state/files/") })
    }

    @Test("nothing is shared with the backup")
    func ownFiles() async throws {
        let (files, _) = try await backup()
        let before = files.tree
        files.plan = { $0.kind == .link ? .die : nil }
        _ = try restore(files)
        #expect(!files.isDead)
        for (path, bytes) in before { #expect(files.contents(path) == bytes) }
    }

    @Test("a state that is there is refused, and one that is in use is told by whom")
    func taken() async throws {
        let (files, _) = try await backup()
        files.replace("state/notes", with: [1])
        #expect(try #require(throws: JournalFault.self) { try restore(files) }.exitCode == 73)
        #expect(files.contents("state/LOCK") == nil, "nothing was written")
        files.replace("state/notes", with: nil)
        let (journal, _) = try open(files)
        #expect(try #require(throws: JournalFault.self) { try restore(files) }.exitCode == 75)
        await journal.stop()
        #expect(try #require(throws: JournalFault.self) { try restore(files) }.exitCode == 73)
    }

    @Test("a damaged backup is named before anything is made; where there is none, there is none")
    func damaged() async throws {
        let (files, _) = try await backup()
        files.replace("backup/journal/j-00000006.jsonl", with: [])
        #expect(try #require(throws: JournalFault.self) { try restore(files) }.exitCode == 65)
        #expect(try files.list("state") == nil)
        #expect(try restore(MemoryFileSystem()) == nil)
    }

    @Test(
        "killed at any operation: the backup is as it was, and no half state is started on",
        arguments: [MemoryFileSystem.Fault.die, .dieWithin])
    func killed(_ fault: MemoryFileSystem.Fault) async throws {
        let (whole, known) = try await backup()
        let trial = whole.afterKill()
        _ = try restore(trial)
        for number in 1...trial.count {
            let files = MemoryFileSystem(disk: whole.afterKill().snapshot) {
                $0.number == number ? fault : nil
            }
            _ = try? restore(files)
            let left = files.afterKill()
            for (path, bytes) in whole.tree { #expect(left.contents(path) == bytes) }
            let numbers = try? open(left).1
            #expect(numbers == nil || numbers == known || numbers == [], "operation \(number)")
        }
    }
}
