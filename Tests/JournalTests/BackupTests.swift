import FoundationEssentials
import Testing

@testable import Journal
@testable import Support

@Suite struct BackupTests {
    private func backUp(
        _ files: MemoryFileSystem, to destination: String = "backup"
    ) throws(JournalFault) -> (Backup.Made?, [Int?]) {
        var collected = Collected()
        let made = try Backup.make(
            of: "state", at: destination, files: files, program: "cohortbot test",
            makeReader: {
                collected = Collected()
                return collected.reader
            })
        return (made, collected.numbers)
    }

    /// The numbers of the state at a path.
    private func numbers(_ files: MemoryFileSystem, at path: String) throws(JournalFault) -> [Int?]
    {
        var collected = Collected()
        _ = try JournalReader.read(
            directory: path, files: files, program: "test",
            makeReader: {
                collected = Collected()
                return collected.reader
            })
        return collected.numbers
    }

    @Test("beside a bot that works: all that is on disk, linked where it never changes again")
    func live() async throws {
        let linked = Heard<String>()
        let files = MemoryFileSystem { operation in
            if operation.kind == .link { linked.add(operation.path) }
            return nil
        }
        let (journal, _) = try open(files, limits: smallLimits)
        // Fifteen fill the segment. The sixteenth is on disk only after that one was ended, so the cut never shares
        // its end.
        try await journal.durable(upTo: journal.append((1...15).map(entry)))
        try await journal.durable(upTo: journal.append([entry(16)]))
        try await journal.compact(journal.cut(), content(Array(1...16)))
        for number in 17...30 {
            try await journal.durable(upTo: journal.append([entry(number)]))
        }
        let digest = try await FileStore(directory: "state", files: files).put([1, 2, 3])
        let (made, numbers) = try backUp(files)
        #expect(numbers == Array(1...30))
        #expect(made?.recovery.lastSeq == 30)
        #expect(linked.all.contains("state/snapshots/s-00000002/manifest"))
        #expect(linked.all.contains("state/journal/j-00000003.jsonl"))
        let isOpen = try #require(files.list("state/journal")?.last)
        #expect(!linked.all.contains("state/journal/\(isOpen)"))
        try await journal.durable(upTo: journal.append([entry(31)]))
        #expect(try self.numbers(files, at: "backup") == Array(1...30), "it is a copy")
        let content = try await FileStore(directory: "backup", files: files).get(digest)
        #expect(content == [1, 2, 3])
        await journal.stop()
        let after = files.afterPowerCut(.lost, keepsNames: false)
        #expect(try self.numbers(after, at: "backup") == Array(1...30), "it is on disk")
    }

    @Test("without links it is copied, and what is half written is left out")
    func copied() async throws {
        let (whole, known) = try await longLife()
        let last = "state/journal/j-00000006.jsonl"
        whole.replace(last, with: try #require(whole.contents(last)) + Array("1234".utf8))
        whole.plan = { $0.kind == .link ? .fail(code: 1) : nil }
        let (made, numbers) = try backUp(whole)
        #expect(numbers == known)
        #expect(made?.recovery.tornTail == nil)
    }

    @Test("a generation that goes away meanwhile: all begins anew")
    func vanishing() async throws {
        let gate = MemoryGate()
        let files = MemoryFileSystem { operation in
            if operation.kind == .link, operation.path.hasPrefix("state/snapshots/s-00000001/") {
                gate.pass()
            }
            return nil
        }
        let (journal, _) = try open(files)
        try journal.append((1...5).map(entry))
        try await journal.compact(journal.cut(), content(Array(1...5)))
        let numbers = onOwnThread { try self.backUp(files).1 }
        await gate.arrival()
        for last in [6, 7] {
            try journal.append([entry(last)])
            let cut = try journal.cut()
            let content = SnapshotContent(
                files: [
                    SnapshotContent.File(name: "new/n-\(last).jsonl") { line in
                        for number in 1...last { try line(Array("{\"n\":\(number)}".utf8)) }
                    }
                ].compactMap(\.self))
            try await journal.compact(cut, content)
        }
        gate.open()
        #expect(try await numbers.value == Array(1...7))
        #expect(try files.list("backup/snapshots") == ["s-00000003"])
        await journal.stop()
    }

    @Test("a place where something is, is refused; where nothing is to be copied, nothing is made")
    func refusals() async throws {
        let (files, _) = try await longLife()
        files.replace("backup/x", with: [])
        let fault = #expect(throws: JournalFault.self) { try backUp(files) }
        #expect(fault?.exitCode == 73)
        #expect(try backUp(MemoryFileSystem()).0 == nil)
    }

    @Test("damage is named in the state itself and not copied")
    func damage() async throws {
        let (files, _) = try await longLife()
        let path = "state/journal/j-00000005.jsonl"
        var bytes = try #require(files.contents(path))
        bytes[30] ^= 1
        files.replace(path, with: bytes)
        #expect(throws: JournalFault.damaged(path: path, line: 1, .line(.checksum))) {
            try backUp(files)
        }
    }

    @Test(
        "killed at any operation: the state is as it was, and no half copy passes for a whole one",
        arguments: [MemoryFileSystem.Fault.die, .dieWithin, .fail(code: 5)])
    func killed(_ fault: MemoryFileSystem.Fault) async throws {
        let (whole, known) = try await longLife()
        let trial = whole.afterKill()
        _ = try backUp(trial)
        #expect(trial.count > 20)
        for number in 1...trial.count {
            let files = MemoryFileSystem(disk: whole.afterKill().snapshot) {
                $0.number == number ? fault : nil
            }
            _ = try? backUp(files)
            let left = files.afterPowerCut(.lost, keepsNames: false)
            #expect(try open(left).1 == known)
            let copy = try? numbers(files.afterKill(), at: "backup")
            #expect(copy == nil || copy == known || copy == [], "operation \(number)")
        }
    }
}
