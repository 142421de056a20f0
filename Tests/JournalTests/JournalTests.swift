import Dispatch
import FoundationEssentials
import Testing

@testable import Journal
@testable import Support

@Suite struct JournalTests {
    @Test("what was awaited is there after a power cut, in order")
    func durable() async throws {
        let files = MemoryFileSystem()
        let (journal, before) = try open(files)
        #expect(before.isEmpty)
        #expect(try journal.append([entry(1), entry(2)]) == 2)
        try await journal.durable(upTo: journal.append([entry(3)]))
        #expect(journal.durableSeq == 3)
        let (_, after) = try open(files.afterPowerCut(.lost, keepsNames: false))
        #expect(after == [1, 2, 3])
    }

    @Test("entries that nobody waits for go with the next group")
    func lazily() async throws {
        let files = MemoryFileSystem()
        let (journal, _) = try open(files)
        let before = files.count
        try journal.append([entry(1)])
        #expect(files.count == before)
        try await journal.durable(upTo: journal.append([entry(2)]))
        #expect(files.count == before + 2, "one write, one sync")
    }

    @Test("nothing to wait for is no wait, and an empty list of entries is none")
    func nothing() async throws {
        let (journal, _) = try open(MemoryFileSystem())
        #expect(try journal.append([]) == 0)
        try await journal.durable(upTo: 0)
        try await journal.durable(upTo: .max)
    }

    @Test("what gathers while a group is written goes together: one write, one sync")
    func groups() async throws {
        let reached = AsyncStream.makeStream(of: Void.self)
        let release = DispatchSemaphore(value: 0)
        let heard = Heard<FileError.Operation>()
        let files = MemoryFileSystem { operation in
            guard operation.path == segmentPath else { return nil }
            heard.add(operation.kind)
            if operation.kind == .write, heard.all.count(where: { $0 == .write }) == 1 {
                reached.continuation.yield()
                release.wait()
            }
            return nil
        }
        let (journal, _) = try open(files)
        let first = try journal.append([entry(1)])
        async let told: Void = journal.durable(upTo: first)
        for await _ in reached.stream { break }
        var last = 0
        for number in 2...50 { last = try journal.append([entry(number)]) }
        release.signal()
        try await told
        try await journal.durable(upTo: last)
        #expect(heard.all.suffix(4) == [.write, .synchronize, .write, .synchronize])
        #expect(files.lines.count == 50)
    }

    @Test("each record says how far the disk was known to be good")
    func marks() async throws {
        let files = try await disk([1...2, 3...3, 4...5], stopped: true)
        var marks: [Int] = []
        _ = try JournalReader.read(
            directory: "state", files: files, program: "test",
            makeReader: {
                StateReader(
                    entity: { _, _ in 0 }, record: { $0.durable }, take: { marks.append($0) })
            })
        #expect(marks == [0, 0, 2, 3, 3])
    }

    @Test("many tasks at once: every one is told after its own record is on disk, and none is lost")
    func manyTasks() async throws {
        let files = MemoryFileSystem()
        let (journal, _) = try open(files)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<20 {
                group.addTask {
                    for step in 0..<20 {
                        let seq = try journal.append([entry(task * 20 + step)])
                        try await journal.durable(upTo: seq)
                        #expect(journal.durableSeq >= seq)
                    }
                }
            }
            try await group.waitForAll()
        }
        await journal.stop()
        let (_, numbers) = try open(files)
        #expect(numbers.count == 400)
        #expect(Set(numbers.compactMap(\.self)) == Set(0..<400))
    }

    @Test(
        "a failed write or sync is final, told to all, and not believed after a restart",
        arguments: [FileError.Operation.write, .synchronize])
    func failure(kind: FileError.Operation) async throws {
        let isIll = Flag()
        let files = MemoryFileSystem { operation in
            isIll.value && operation.path == segmentPath && operation.kind == kind
                ? .fail(code: 5) : nil
        }
        let (journal, _) = try open(files)
        var told = 0
        var fault: JournalFault?
        while fault == nil, told < 50 {
            let next = try entry(told + 1)
            do throws(JournalFault) {
                try await journal.durable(
                    upTo: journal.append([next]))
                told += 1
                isIll.value = told == 3
            } catch { fault = error }
        }
        let expected = JournalFault.disk(FileError(operation: kind, path: segmentPath, code: 5))
        #expect(fault == expected)
        #expect(journal.fault == expected)
        let held = try journal.append([entry(99)])
        await #expect(throws: expected) { try await journal.durable(upTo: held) }
        journal.discard()
        #expect(throws: expected) { try journal.append([entry(100)]) }
        try await journal.durable(upTo: told)
        await journal.stop()
        let (_, numbers) = try open(files.afterKill())
        #expect(numbers == Array(1...told))
    }

    @Test("stopping writes what is left, brings HEAD up to date and frees the directory")
    func stop() async throws {
        let files = MemoryFileSystem()
        let (journal, _) = try open(files)
        try journal.append([entry(1), entry(2)])
        await journal.stop()
        #expect(throws: JournalFault.stopped) { try journal.append([entry(3)]) }
        #expect(files.contents("state/HEAD").flatMap(Head.init)?.seq == 2)
        let (_, numbers) = try open(files)
        #expect(numbers == [1, 2])
    }

    @Test("every second what nobody waits for is written, every minute HEAD")
    func upkeep() async throws {
        let files = MemoryFileSystem()
        let (journal, _) = try open(files)
        let slept = Heard<Double>()
        try journal.append([entry(1)])
        await journal.run { seconds in
            slept.add(seconds)
            switch slept.all.count {
            case 2: #expect(journal.durableSeq == 1)
            case 60: #expect(files.contents("state/HEAD").flatMap(Head.init)?.seq == 0)
            case 61:
                #expect(files.contents("state/HEAD").flatMap(Head.init)?.seq == 1)
                throw CancellationError()
            default: break
            }
        }
        #expect(slept.all == [Double](repeating: 1, count: 61))
    }
}
