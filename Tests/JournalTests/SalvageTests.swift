import FoundationEssentials
import Support
import Testing

@testable import Journal
@testable import Support

@Suite struct SalvageTests {
    private func salvage(
        _ files: MemoryFileSystem, isNeeded: Bool = true
    ) async throws(JournalFault) -> Salvage? {
        let collected = Collected()
        return try await Salvage.run(
            "state", to: "state.repaired", files: files, now: { Date(timeIntervalSince1970: 0) },
            madeBy: "cohortbot test", reader: collected.reader,
            content: { content(collected.numbers) },
            isNeeded: { () throws(JournalFault) in isNeeded })
    }

    private func repaired(_ files: MemoryFileSystem) throws -> (Recovery, [Int?]) {
        var collected = Collected()
        let recovery = try JournalReader.read(
            directory: "state.repaired", files: files, program: "test",
            makeReader: {
                collected = Collected()
                return collected.reader
            })
        return (recovery, collected.numbers)
    }

    private func flip(_ path: String, _ position: Int, in files: MemoryFileSystem) throws {
        var bytes = try #require(files.contents(path))
        bytes[position] ^= 1
        files.replace(path, with: bytes)
    }

    @Test("a damaged record is dropped and told, all others come over, and the old state stays")
    func record() async throws {
        let (files, known) = try await longLife()
        let path = "state/journal/j-00000005.jsonl"
        try flip(path, 30, in: files)
        let before = files.tree.filter { $0.key != "state/LOCK" }
        let found = try #require(try await salvage(files))
        #expect(found.snapshot == "s-00000004")
        #expect(found.lost.map(\.path) == [path])
        #expect(found.lost.first?.line == 1)
        #expect(found.missing == [33...33])
        #expect(found.records == 15)
        let (recovery, numbers) = try repaired(files.afterPowerCut(.lost, keepsNames: false))
        #expect(numbers == known.filter { $0 != 33 })
        #expect(recovery.lastSeq == 48, "no number is given twice")
        #expect(recovery.epoch == 1)
        #expect(files.paths.contains { $0.hasPrefix("state.repaired/files/") })
        let inspection = try Inspection.run(
            directory: "state.repaired", files: files, program: "test",
            makeReader: { Collected().reader })
        #expect(
            inspection.files.flatMap(\.findings).filter { !$0.reason.hasPrefix("last used") } == [])
        for (path, bytes) in before { #expect(files.contents(path) == bytes) }
    }

    @Test("a damaged snapshot: the generation before has everything")
    func previousGeneration() async throws {
        let (files, known) = try await longLife()
        try flip("state/snapshots/s-00000004/tens/t-1003.jsonl", 12, in: files)
        let found = try #require(try await salvage(files))
        #expect(found.snapshot == "s-00000002")
        #expect(found.lost.isEmpty && found.missing.isEmpty)
        #expect(try repaired(files).1 == known)
    }

    @Test("both snapshots damaged: entity by entity from the one of which most is left")
    func entityByEntity() async throws {
        let (files, known) = try await longLife()
        // One file under two names.
        try flip("state/snapshots/s-00000004/tens/t-1000.jsonl", 12, in: files)
        let found = try #require(try await salvage(files))
        #expect(found.snapshot == "s-00000004")
        #expect(found.lost.map(\.line) == [1])
        #expect(try repaired(files).1 == known.filter { $0 != 1 })
    }

    @Test(
        "a file that is gone", arguments: ["HEAD", "FORMAT", "snapshots/s-00000004/manifest"])
    func gone(_ name: String) async throws {
        let (files, known) = try await longLife()
        files.replace("state/\(name)", with: nil)
        let found = try #require(try await salvage(files))
        #expect(found.missing.isEmpty)
        #expect(try repaired(files).1 == known)
    }

    @Test("lines in another order, and twice, come over once and in order")
    func order() async throws {
        let (files, known) = try await longLife()
        let path = "state/journal/j-00000006.jsonl"
        let lines = try #require(files.contents(path)).split(separator: 10)
        files.replace(path, with: Array((lines.reversed() + lines).map { $0 + [10] }.joined()))
        let found = try #require(try await salvage(files))
        #expect(found.lost.isEmpty && found.missing.isEmpty)
        #expect(try repaired(files).1 == known)
    }

    @Test("nothing is done where it is not needed, in use, or the place is taken")
    func refusals() async throws {
        let (files, _) = try await longLife()
        #expect(try await salvage(files, isNeeded: false) == nil)
        #expect(try files.list("state.repaired") == nil)
        let (journal, _) = try open(files)
        let inUse = await #expect(throws: JournalFault.self) { try await salvage(files) }
        #expect(inUse?.exitCode == 75)
        await journal.stop()
        try files.createDirectory("state.repaired")
        let taken = await #expect(throws: JournalFault.self) { try await salvage(files) }
        #expect(taken?.exitCode == 73)
        #expect(try await salvage(MemoryFileSystem()) == nil)
    }

    @Test("200 random damages: whatever is not in the new state was told")
    func random() async throws {
        let (whole, known) = try await longLife()
        var kept = 0
        for seed in 1...200 as ClosedRange<UInt64> {
            var chance = SeededGenerator(state: seed)
            let paths = whole.paths.filter { !$0.hasSuffix("LOCK") && !$0.hasSuffix("BALLAST") }
            guard let path = paths.randomElement(using: &chance), let bytes = whole.contents(path),
                let kind = StateDamage.allCases.randomElement(using: &chance),
                let damaged = kind.apply(to: bytes, using: &chance)
            else { continue }
            let files = whole.afterKill()
            files.replace(path, with: damaged)
            let found = try #require(try await salvage(files))
            let numbers = try repaired(files).1
            let gone = Set(known).subtracting(numbers.compactMap(\.self))
            kept += gone.isEmpty ? 1 : 0
            #expect(numbers.count == Set(numbers).count, "seed \(seed): \(kind) of \(path)")
            let told = found.lost.count + found.missing.reduce(0) { $0 + $1.count }
            #expect(told >= gone.count, "seed \(seed): \(kind) of \(path): \(gone) gone")
        }
        #expect(kept > 120)
    }

    @Test(
        "killed at any operation: the old state is as it was, and no half repair has its name",
        arguments: [MemoryFileSystem.Fault.die, .dieWithin])
    func killed(_ fault: MemoryFileSystem.Fault) async throws {
        let (whole, known) = try await longLife()
        let trial = whole.afterKill()
        _ = try await salvage(trial)
        for number in 1...trial.count {
            let files = MemoryFileSystem(disk: whole.afterKill().snapshot) {
                $0.number == number ? fault : nil
            }
            _ = try? await salvage(files)
            let left = files.afterKill()
            #expect(try open(left.afterKill()).1 == known)
            if try left.list("state.repaired") != nil { #expect(try repaired(left).1 == known) }
        }
    }
}
