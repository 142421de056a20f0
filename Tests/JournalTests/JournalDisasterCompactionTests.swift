import Glibc
import Testing

@testable import Journal
@testable import Support

/// A fault while a snapshot is being written.
@Suite struct JournalDisasterCompactionTests {
    @Test("a compaction leaves HEAD alone once the journal has failed", arguments: [false, true])
    func faultMeanwhile(isRestarted: Bool) async throws {
        let isIll = Flag()
        let files = MemoryFileSystem { operation in
            isIll.value && operation.path.hasPrefix("state/journal/") ? .fail(code: EIO) : nil
        }
        let (journal, _) = try open(files)
        try await journal.durable(upTo: journal.append([entry(1)]))
        let cut = try journal.cut()
        let resumed = MemoryGate()
        let file = try #require(
            SnapshotContent.File(name: "late.jsonl") { line in
                resumed.pass()
                try line(Array("{\"n\":1}".utf8))
            })
        let compaction = Task { try await journal.compact(cut, SnapshotContent(files: [file])) }
        await resumed.arrival()
        isIll.value = true
        let second = try journal.append([entry(2)])
        await #expect(throws: JournalFault.self) { try await journal.durable(upTo: second) }
        isIll.value = false
        // Both write on the same queue: the restart's turn comes behind the compaction's snapshot.
        async let restart: Void? =
            isRestarted ? try? journal.restart(at: 2, content([1, 2])) : nil
        resumed.open()
        await #expect(throws: JournalFault.self) { try await compaction.value }
        _ = await restart
        if !isRestarted {
            #expect(files.contents("state/HEAD").flatMap { Head($0) }?.first == 1)
            try await journal.restart(at: 2, content([1, 2]))
        }
        try await journal.durable(upTo: journal.append([entry(3)]))
        await journal.stop()
        let (_, numbers) = try open(files.afterPowerCut(.lost, names: .lost))
        #expect(numbers == [1, 2, 3])
    }

    @Test("what was given up is not called saved, however late somebody asks")
    func lateQuestion() async throws {
        let files = MemoryFileSystem { operation in
            operation.kind == .synchronize && operation.path == segmentPath
                && operation.number > 40 ? .fail(code: EIO) : nil
        }
        let (journal, _) = try open(files)
        for _ in files.count..<40 { try files.synchronizeDirectory("state") }
        let seq = try journal.append([entry(1)])
        await #expect(throws: JournalFault.self) { try await journal.durable(upTo: seq) }
        journal.discard()
        await #expect(throws: JournalFault.self) { try await journal.held(upTo: seq) }
        await #expect(throws: JournalFault.self) { try await journal.durable(upTo: seq) }
    }
}
