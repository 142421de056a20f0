import FoundationEssentials
import Glibc
import Testing

@testable import Journal
@testable import Support

@Suite struct InspectionTests {
    @Test("a sound state: every file of both generations with its lines and records")
    func sound() async throws {
        let (files, _) = try await longLife()
        let before = files.count
        let inspection = try inspect(files)
        #expect(inspection.isSound && inspection.isStartable)
        #expect(inspection.recovery?.lastSeq == 48)
        let current = inspection.files.filter { $0.role == .current && $0.lastSeq != nil }
        #expect(current.first?.firstSeq == 33)
        #expect(current.last?.lastSeq == 48)
        #expect(current.reduce(0) { $0 + ($1.lines ?? 0) } == 16)
        let previous = inspection.files.filter { $0.role == .previous && $0.lastSeq != nil }
        #expect(previous.first?.firstSeq == 17)
        #expect(previous.last?.lastSeq == 32)
        #expect(inspection.files.contains { $0.role == .submitted && $0.bytes == 6 })
        #expect(files.count == before, "it changes nothing")
    }

    @Test("all damage is named and not only the first")
    func all() async throws {
        let files = try await disk([1...8], stopped: true)
        var lines = files.lines
        lines[1][20] ^= 1
        lines[4] = []
        lines.remove(at: 6)
        files.replaceLines(lines)
        #expect(
            try inspect(files).damage
                == [
                    "\(segmentPath):2: checksum does not match",
                    "\(segmentPath):5: checksum does not match",
                    "\(segmentPath):7: record 7 should stand here, not 8",
                ].map {
                    $0.replacing(":5: checksum does not match", with: ":5: the line is zeroed")
                })
    }

    @Test("damage in the generation before is damage, and a bot would start")
    func previous() async throws {
        let (files, _) = try await longLife()
        files.replace("state/snapshots/s-00000002/manifest", with: [])
        let inspection = try inspect(files)
        #expect(!inspection.isSound)
        #expect(inspection.isStartable)
        #expect(
            inspection.damage.first?.hasPrefix("state/snapshots/s-00000002/manifest:1:") == true)
    }

    @Test("a generation before whose last records were cut off no longer leads up to the snapshot")
    func shortened() async throws {
        let (files, _) = try await longLife()
        let path = "state/journal/j-00000004.jsonl"
        let lines = try #require(files.contents(path)).split(separator: 10)
        files.replace(path, with: Array(lines.dropLast().map { $0 + [10] }.joined()))
        #expect(
            try inspect(files).damage == [
                "\(path):1: the generation before ends at record 31, and the snapshot holds everything up to 32"
            ])
    }

    @Test("after a fault of the disk the generation before may end early, and that is no damage")
    func restarted() async throws {
        let isIll = Flag()
        let files = MemoryFileSystem { operation in
            isIll.value && operation.kind == .synchronize && operation.path.hasSuffix(".jsonl")
                ? .fail(code: 5) : nil
        }
        let (journal, _) = try open(files)
        try await journal.durable(upTo: journal.append([entry(1)]))
        isIll.value = true
        try? await journal.durable(upTo: journal.append([entry(2)]))
        isIll.value = false
        try await journal.restart(at: 2, content([1, 2]))
        await journal.stop()
        let inspection = try inspect(files)
        #expect(inspection.damage == [])
        #expect(inspection.files.contains { $0.path.hasPrefix("state/quarantine/") })
    }

    @Test("a tail that nobody was told of is a note, wherever it begins")
    func tail() async throws {
        let files = try await disk([1...3], stopped: true)
        let bytes = try #require(files.contents(segmentPath))
        files.replace(segmentPath, with: bytes + Array("12345678 {\"se".utf8))
        let inspection = try inspect(files)
        #expect(inspection.isSound)
        #expect(
            inspection.files.flatMap(\.findings).map(\.reason) == [
                "last used by pid \(getpid()) since 1970-01-01T00:00:00.000Z",
                "the line is cut off: an unacknowledged tail of 13 bytes, which a start sets aside",
            ])
    }

    @Test("a record and an entity that the reader does not know are named")
    func notUnderstood() async throws {
        let (files, _) = try await longLife()
        struct Unknown: Error {}
        let inspection = try Inspection.run(
            directory: "state", files: files, program: "test",
            makeReader: {
                StateReader<Void>(
                    entity: { file, line in if file.hasSuffix("1003.jsonl") { throw Unknown() } },
                    record: { if $0.seq == 40 { throw Unknown() } }, take: { _ in })
            })
        #expect(
            inspection.damage == [
                "state/snapshots/s-00000004/tens/t-1003.jsonl:1: a record of kind 'entity' is not understood",
                "state/snapshots/s-00000004/tens/t-1003.jsonl:2: a record of kind 'entity' is not understood",
                "state/journal/j-00000005.jsonl:8: a record of kind 'test' is not understood",
            ])
    }

    @Test("what does not belong there, submitted work that changed, and wrong modes")
    func others() async throws {
        let (files, _) = try await longLife()
        let work = try #require(files.paths.first { $0.hasPrefix("state/files/") })
        files.replace(work, with: [1])
        files.replace("state/HEAD.tmp", with: [])
        files.replace("state/journal/notes.txt", with: [])
        files.replace("state/backup-2026/HEAD", with: [])
        let inspection = try Inspection.run(
            directory: "state", files: files, program: "test",
            host: InspectionHost(
                mode: { $0 == "state/HEAD" ? 0o644 : $0.hasSuffix("l") ? 0o700 : 0o600 },
                isLocked: { _ in true }), makeReader: { Collected().reader })
        let notes = inspection.files.flatMap { file in
            file.findings.map { "\(file.path): \($0.reason)" }
        }
        #expect(notes.contains("state/HEAD.tmp: left over from a write that was cut off"))
        #expect(notes.contains("state/journal/notes.txt: not part of the state"))
        #expect(notes.contains("\(work): the content does not match its digest"))
        #expect(notes.contains("state/HEAD: its mode is 644 and should be 600"))
        #expect(notes.contains { $0.hasPrefix("state/LOCK: in use by pid ") })
        #expect(!notes.contains { $0.hasPrefix("state/backup-2026") })
        #expect(inspection.isStartable)
        #expect(!inspection.isSound)
    }

    @Test("beside a bot that works it sees a consistent prefix and says where the state lies")
    func live() async throws {
        let files = MemoryFileSystem()
        files.networkKind = "NFS"
        let (journal, _) = try open(files)
        try await journal.durable(upTo: journal.append((1...5).map(entry)))
        let inspection = try inspect(files)
        #expect(inspection.isSound)
        #expect(inspection.recovery?.lastSeq == 5)
        #expect(inspection.networkKind == "NFS")
        await journal.stop()
    }

    @Test("a generation that goes away meanwhile: all begins anew")
    func vanishing() async throws {
        let files = MemoryFileSystem()
        let (journal, _) = try open(files)
        try journal.append((1...15).map(entry))
        try await journal.compact(journal.cut(), content(Array(1...15)))
        let gate = MemoryGate()
        let inspection = onOwnThread {
            try Inspection.run(
                directory: "state", files: files, program: "test",
                makeReader: {
                    StateReader<Void>(
                        entity: { _, _ in gate.pass() }, record: { _ in }, take: { _ in })
                })
        }
        await gate.arrival()
        for last in [16, 17] {
            try await journal.durable(upTo: journal.append([entry(last)]))
            let one = SnapshotContent.File(name: "n-\(last).jsonl") { line in
                try line(Array("{\"n\":\(last)}".utf8))
            }
            try await journal.compact(
                journal.cut(), SnapshotContent(files: [one].compactMap(\.self)))
        }
        gate.open()
        let found = try await inspection.value
        #expect(found.damage == [])
        #expect(found.files.contains { $0.path == "state/snapshots/s-00000003/n-17.jsonl" })
        await journal.stop()
    }

    @Test("nothing is there, and something newer")
    func strange() async throws {
        #expect(try inspect(MemoryFileSystem()).files.isEmpty)
        let files = try await disk([1...1], stopped: true)
        files.replace("state/FORMAT", with: Format(number: 4, madeBy: "cohortbot 0.9").bytes)
        #expect(throws: JournalFault.self) { try inspect(files) }
    }

    @Test("the kernel's list of locks says who holds one", arguments: [true, false])
    func locks(isHeld: Bool) {
        let list = """
            1: FLOCK  ADVISORY  WRITE 708 08:01:2752 0 EOF
            2: POSIX  ADVISORY  WRITE 709 08:01:2753 0 EOF
            """
        let device: UInt64 = 8 << 8 | 1
        #expect(
            InspectionHost.isLocked(device: device, file: isHeld ? 2752 : 2753, in: list) == isHeld)
    }
}
