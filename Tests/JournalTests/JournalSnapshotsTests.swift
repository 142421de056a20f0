import FoundationEssentials
import Testing

@testable import Journal
@testable import Support

@Suite struct JournalSnapshotsTests {
    @Test("a snapshot shortens the start, keeps one generation before it, and removes the rest")
    func generations() async throws {
        let files = MemoryFileSystem()
        let (journal, _) = try open(files)
        var known: [Int] = []
        for round in 1...3 {
            let numbers = Array(known.count + 1...round * 12)
            try journal.append(numbers.map(entry))
            known += numbers
            try await journal.compact(journal.cut(), content(known))
        }
        await journal.stop()
        #expect(try files.list("state/snapshots") == ["s-00000002", "s-00000003"])
        #expect(try files.list("state/journal") == ["j-00000003.jsonl", "j-00000004.jsonl"])
        let (again, numbers) = try open(files.afterPowerCut(.lost, keepsNames: false))
        #expect(numbers == known)
        #expect(again.recovery.snapshotSeq == 36)
        #expect(again.recovery.leftovers.isEmpty)
    }

    @Test("a file that did not change is another name of the one before")
    func links() async throws {
        let linked = Heard<String>()
        let files = MemoryFileSystem { operation in
            if operation.kind == .link { linked.add(operation.path) }
            return nil
        }
        let (journal, _) = try open(files)
        try journal.append((1...15).map(entry))
        try await journal.compact(journal.cut(), content(Array(1...15)))
        try journal.append((16...17).map(entry))
        try await journal.compact(journal.cut(), content(Array(1...17)))
        #expect(linked.all == ["state/snapshots/s-00000001/tens/t-1000.jsonl"])
        let (_, numbers) = try open(files.afterPowerCut(.lost, keepsNames: false))
        #expect(numbers == Array(1...17))
    }

    @Test("records go on while a snapshot is written, and none is lost or doubled")
    func meanwhile() async throws {
        let files = MemoryFileSystem()
        let (journal, _) = try open(files, limits: smallLimits)
        try journal.append((1...20).map(entry))
        let cut = try journal.cut()
        try journal.append((21...30).map(entry))
        try await journal.compact(cut, content(Array(1...20)))
        try await journal.durable(upTo: journal.append([entry(31)]))
        let (_, numbers) = try open(files.afterPowerCut(.lost, keepsNames: false))
        #expect(numbers == Array(1...31))
    }

    @Test("a snapshot that cannot be written harms nothing and leaves nothing")
    func failingSnapshot() async throws {
        let files = MemoryFileSystem { operation in
            operation.path.hasPrefix("state/snapshots/s-") && operation.kind == .write
                ? .fail(code: 28) : nil
        }
        let (journal, _) = try open(files)
        try journal.append((1...5).map(entry))
        let cut = try journal.cut()
        await #expect(throws: JournalFault.self) {
            try await journal.compact(cut, content(Array(1...5)))
        }
        #expect(journal.fault == nil)
        try await journal.durable(upTo: journal.append([entry(6)]))
        await journal.stop()
        #expect(try files.list("state/snapshots") == [])
        let (_, numbers) = try open(files)
        #expect(numbers == Array(1...6))
    }

    @Test("segments end when they are long, and a start reads them all")
    func segments() async throws {
        let files = MemoryFileSystem()
        let (journal, _) = try open(files, limits: smallLimits)
        for number in 1...40 {
            try await journal.durable(upTo: journal.append([entry(number)]))
        }
        #expect(journal.isCompactionDue)
        await journal.stop()
        #expect(try #require(try files.list("state/journal")).count > 3)
        let (_, numbers) = try open(files.afterPowerCut(.lost, keepsNames: false))
        #expect(numbers == Array(1...40))
    }

    @Test("a segment that is missing in the middle is named")
    func missingSegment() async throws {
        let files = MemoryFileSystem()
        let (journal, _) = try open(files, limits: smallLimits)
        for number in 1...40 {
            try await journal.durable(upTo: journal.append([entry(number)]))
        }
        await journal.stop()
        let left = files.afterKill()
        left.replace("state/journal/j-00000002.jsonl", with: nil)
        #expect(
            throws: JournalFault.damaged(
                path: "state/journal/j-00000002.jsonl", line: 1, .missing)
        ) { try open(left) }
    }

    /// A disk on which the segment fails from `number` on, until `isWell`.
    private func failing(_ isIll: Flag, code: Int32 = 5) -> MemoryFileSystem {
        MemoryFileSystem { operation in
            isIll.value && operation.kind == .synchronize && operation.path.hasSuffix(".jsonl")
                ? .fail(code: code) : nil
        }
    }

    @Test("held entries reach the disk with a new snapshot, without a restart of the process")
    func restart() async throws {
        let isIll = Flag()
        let files = failing(isIll)
        let (journal, _) = try open(files)
        try await journal.durable(upTo: journal.append([entry(1)]))
        isIll.value = true
        let second = try journal.append([entry(2)])
        await #expect(throws: JournalFault.self) { try await journal.durable(upTo: second) }
        #expect(journal.fault != nil)
        let third = try journal.append([entry(3)])
        let told = Task { try await journal.held(upTo: third) }
        await #expect(throws: JournalFault.self) {
            try await journal.restart(at: 2, content([1, 2]))
        }
        isIll.value = false
        try await journal.restart(at: 2, content([1, 2]))
        try await told.value
        #expect(journal.fault == nil)
        #expect(journal.durableSeq == 3)
        try await journal.durable(upTo: journal.append([entry(4)]))
        let (_, numbers) = try open(files.afterPowerCut(.lost, keepsNames: false))
        #expect(numbers == [1, 2, 3, 4])
        #expect(try files.list("state/quarantine")?.count == 1, "the failed segment is set aside")
    }

    @Test("what is given up is told so, and is not there after a restart")
    func discard() async throws {
        let isIll = Flag()
        let files = failing(isIll)
        let (journal, _) = try open(files)
        try await journal.durable(upTo: journal.append([entry(1)]))
        isIll.value = true
        let second = try journal.append([entry(2)])
        let told = Task { try await journal.held(upTo: second) }
        while journal.fault == nil { await Task.yield() }
        journal.discard()
        await #expect(throws: JournalFault.self) { try await told.value }
        #expect(throws: JournalFault.self) { try journal.append([entry(3)]) }
        #expect(journal.lastSeq == 1)
        isIll.value = false
        try await journal.restart(at: 1, content([1]))
        try await journal.durable(upTo: journal.append([entry(4)]))
        await journal.stop()
        let (_, numbers) = try open(files)
        #expect(numbers == [1, 4])
    }

    @Test("a full disk gives the ballast back, and it is there again when all is well")
    func ballast() async throws {
        let isFull = Flag()
        let files = MemoryFileSystem { operation in
            isFull.value && operation.kind == .write ? .fail(code: 28) : nil
        }
        let (journal, _) = try open(files, limits: smallLimits)
        #expect(files.contents("state/BALLAST")?.count == 64)
        isFull.value = true
        let seq = try journal.append([entry(1)])
        await #expect(throws: JournalFault.self) { try await journal.durable(upTo: seq) }
        await #expect(throws: JournalFault.self) {
            try await journal.restart(at: 1, content([1]))
        }
        #expect(files.contents("state/BALLAST") == nil)
        isFull.value = false
        try await journal.restart(at: 1, content([1]))
        #expect(files.contents("state/BALLAST")?.count == 64)
    }

    @Test("a new state can begin at any record")
    func beginning() async throws {
        let files = MemoryFileSystem()
        let (journal, _) = try open(files)
        try await journal.restart(at: 700, content([7]))
        try await journal.durable(upTo: journal.append([entry(8)]))
        await journal.stop()
        let (again, numbers) = try open(files)
        #expect(numbers == [7, 8])
        #expect(again.recovery.lastSeq == 701)
    }

    @Test("nothing older is left where nothing older may be kept")
    func noPrevious() async throws {
        let files = MemoryFileSystem()
        let (journal, _) = try open(files)
        try journal.append((1...3).map(entry))
        try await journal.compact(journal.cut(), content([1, 2, 3]))
        files.replace("state/quarantine/x", with: [1])
        try journal.append([entry(4)])
        try await journal.compact(journal.cut(), content([1, 4]), keepsPrevious: false)
        await journal.stop()
        #expect(try files.list("state/snapshots") == ["s-00000002"])
        #expect(try files.list("state/journal") == ["j-00000003.jsonl"])
        #expect(try files.list("state/quarantine") == [])
        let (_, numbers) = try open(files)
        #expect(numbers == [1, 4])
    }
}
