import Testing

@testable import Journal
@testable import Support

/// Ways to hurt a file of lines, each told by where it must be found.
struct LineHarm: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var act: @Sendable (inout [[UInt8]]) -> Void

    static let all: [LineHarm] = [
        LineHarm(testDescription: "a flipped bit") { $0[1][12] ^= 4 },
        LineHarm(testDescription: "a flipped bit of a checksum") { $0[1][3] ^= 1 },
        LineHarm(testDescription: "a deleted line") { $0.remove(at: 1) },
        LineHarm(testDescription: "a doubled line") { $0.insert($0[1], at: 2) },
        LineHarm(testDescription: "two lines that changed places") { $0.swapAt(0, 1) },
        LineHarm(testDescription: "a zeroed line") {
            $0[1] = [UInt8](repeating: 0, count: $0[1].count)
        },
        LineHarm(testDescription: "an emptied line") { $0[1] = [] },
        LineHarm(testDescription: "nothing left") { $0 = [] },
    ]
}

@Suite struct SnapshotReplayTests {
    /// A cleanly stopped state with a snapshot of 25 numbers and three records behind it.
    private func snapshot() async throws -> MemoryFileSystem {
        let files = MemoryFileSystem()
        let (journal, _) = try open(files)
        let numbers = Array(1...25)
        try journal.append(numbers.map(entry))
        try await journal.compact(journal.cut(), content(numbers))
        try await journal.durable(upTo: journal.append([entry(26), entry(27), entry(28)]))
        await journal.stop()
        return files.afterKill()
    }

    @Test("what was read back is the snapshot and the records behind it, in order")
    func whole() async throws {
        let (journal, numbers) = try open(try await snapshot())
        #expect(numbers == Array(1...28))
        #expect(journal.recovery.snapshotSeq == 25)
        #expect(journal.recovery.lastSeq == 28)
        #expect(journal.recovery.leftovers.isEmpty)
    }

    @Test("a hurt file of a snapshot is refused by its name and a line", arguments: LineHarm.all)
    func hurt(harm: LineHarm) async throws {
        let whole = try await snapshot()
        for path in whole.paths where path.hasPrefix("state/snapshots/") {
            let files = whole.afterKill()
            var lines = try #require(files.contents(path)).split(separator: 10).map(Array.init)
            harm.act(&lines)
            files.replace(path, with: Array(lines.map { $0 + [10] }.joined()))
            let fault = #expect(throws: JournalFault.self) { try open(files) }
            guard case .damaged(path, _, _) = fault else {
                Issue.record("\(path): \(String(describing: fault))")
                continue
            }
        }
    }

    @Test("a missing file, manifest or snapshot is refused by its name")
    func missing() async throws {
        let whole = try await snapshot()
        let all = whole.paths.filter { $0.hasPrefix("state/snapshots/") }
        #expect(all.count == 4)
        for path in all {
            let files = whole.afterKill()
            files.replace(path, with: nil)
            #expect(throws: JournalFault.damaged(path: path, line: 1, .missing)) {
                try open(files)
            }
        }
    }

    @Test("every flipped bit of a snapshot is refused by its line")
    func flips() async throws {
        let whole = try await snapshot()
        for path in whole.paths where path.hasPrefix("state/snapshots/") {
            let bytes = try #require(whole.contents(path))
            var line = 1
            for position in bytes.indices {
                let files = whole.afterKill()
                var flipped = bytes
                flipped[position] ^= 1 << (position % 8)
                files.replace(path, with: flipped)
                let fault = #expect(throws: JournalFault.self) { try open(files) }
                guard case .damaged(path, line, _) = fault else {
                    Issue.record("\(path) byte \(position): \(String(describing: fault))")
                    continue
                }
                if bytes[position] == 10 { line += 1 }
            }
        }
    }

    @Test("a line that the reader does not understand is named")
    func notUnderstood() async throws {
        let files = try await snapshot()
        struct Unknown: Error {}
        #expect(
            throws: JournalFault.damaged(
                path: "state/snapshots/s-00000001/tens/t-1000.jsonl", line: 7,
                .notUnderstood(kind: "entity"))
        ) {
            _ = try JournalReader.read(
                directory: "state", files: files, program: "test",
                makeReader: {
                    StateReader<Void>(
                        entity: { _, line in
                            if line.elementsEqual("{\"n\":7}".utf8) { throw Unknown() }
                        }, record: { _ in }, take: { _ in })
                })
        }
    }
}
