import FoundationEssentials
import Testing

@testable import Journal
@testable import Support

@Suite struct OpeningTests {
    @Test("a first start makes the whole layout")
    func firstStart() throws {
        let files = MemoryFileSystem()
        let (journal, numbers) = try open(files)
        #expect(numbers.isEmpty)
        #expect(journal.recovery == Recovery())
        #expect(files.paths == ["state/FORMAT", "state/HEAD", segmentPath, "state/LOCK"].sorted())
        #expect(try files.list("state/files") == [])
        #expect(try files.list("state/quarantine") == [])
    }

    @Test("records that a killed process left in the cache are on disk before they count")
    func syncedAtOpening() async throws {
        let isOver = Flag()
        let files = MemoryFileSystem { operation in
            isOver.value && operation.kind == .synchronize && operation.path == segmentPath
                ? .die : nil
        }
        let (journal, _) = try open(files)
        isOver.value = true
        try? await journal.durable(upTo: journal.append([entry(1)]))
        #expect(files.isDead)
        let left = files.afterKill()
        let (_, read) = try open(left)
        let (_, again) = try open(left.afterPowerCut(.lost, keepsNames: false))
        #expect(read == [1])
        #expect(again == [1])
    }

    @Test("a second bot on the same directory is refused and told who is there")
    func inUse() throws {
        let files = MemoryFileSystem()
        let (journal, _) = try open(files)
        let fault = #expect(throws: JournalFault.self) { try open(files) }
        guard case .inUse("state", let pid?, "1970-01-01T00:00:00.000Z") = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(pid > 0)
        #expect(journal.fault == nil)
    }

    @Test("a newer directory is refused and not written to")
    func newer() throws {
        let files = MemoryFileSystem()
        let (_, _) = try open(files)
        let old = files.afterKill()
        old.replace("state/FORMAT", with: Format(number: 4, madeBy: "cohortbot 0.9").bytes)
        let before = old.count
        #expect(
            throws: JournalFault.newerFormat(
                path: "state/FORMAT", format: 4, madeBy: "cohortbot 0.9", supported: 1,
                program: "cohortbot test")
        ) { try open(old) }
        #expect(old.count == before)
    }

    @Test("a directory that cannot be written to ends the start with path and errno")
    func notWritable() {
        let files = MemoryFileSystem { $0.path == "state/LOCK" ? .fail(code: 30) : nil }
        #expect(
            throws: JournalFault.disk(FileError(operation: .open, path: "state/LOCK", code: 30))
        ) { try open(files) }
    }

    @Test("a record that its reader does not know is named by its place and kind")
    func notUnderstood() async throws {
        let files = try await disk([1...3], stopped: true)
        struct Unknown: Error {}
        #expect(
            throws: JournalFault.damaged(path: segmentPath, line: 2, .notUnderstood(kind: "test"))
        ) {
            _ = try Journal.open(
                directory: "state", files: files, now: { .distantPast }, madeBy: "test",
                reader: StateReader<Void>(
                    entity: { _, _ in }, record: { if $0.seq == 2 { throw Unknown() } },
                    take: { _ in }))
        }
        let (_, numbers) = try open(files)
        #expect(numbers == [1, 2, 3], "a refused start frees the lock")
    }

    @Test("what HEAD does not name is kept and reported")
    func leftovers() async throws {
        let files = try await disk([1...1], stopped: true)
        try files.createDirectory("state/snapshots/s-00000009")
        files.replace("state/snapshots/s-00000009/people.jsonl", with: Array("x".utf8))
        files.replace("state/HEAD.tmp", with: [])
        let (journal, _) = try open(files)
        #expect(
            journal.recovery.leftovers == ["state/snapshots/s-00000009", "state/HEAD.tmp"])
        #expect(files.contents("state/snapshots/s-00000009/people.jsonl") == Array("x".utf8))
    }

    @Test("a look at a directory with a live bot reads its records and changes nothing")
    func reading() async throws {
        let files = MemoryFileSystem()
        let (journal, _) = try open(files)
        try await journal.durable(upTo: journal.append([entry(1), entry(2)]))
        let torn = try #require(files.contents(segmentPath)) + Array("12345678 {\"se".utf8)
        files.replace(segmentPath, with: torn)
        let before = files.count
        let collected = Collected()
        let found = try JournalReader.read(
            directory: "state", files: files, program: "test", makeReader: { collected.reader })
        #expect(collected.numbers == [1, 2])
        #expect(found.lastSeq == 2)
        #expect(
            found.tornTail?.description
                == "\(segmentPath):3: the line is cut off: an unacknowledged tail of 13 bytes, left out"
        )
        #expect(files.count == before)
    }

    @Test(
        "a directory that is missing, empty or half made has no records",
        arguments: [0, 1, 2, 5, 8, 12])
    func halfMade(operations: Int) throws {
        let files = MemoryFileSystem { $0.number > operations ? .die : nil }
        _ = try? open(files)
        let found = try JournalReader.read(
            directory: "state", files: files.afterKill(), program: "test",
            makeReader: {
                StateReader<Void>(
                    entity: { _, _ in }, record: { _ in },
                    take: { _ in Issue.record("a record out of nothing") })
            })
        #expect(found.lastSeq == 0)
    }
}
