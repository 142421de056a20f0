import FoundationEssentials
import Testing

@testable import Journal
@testable import Support

/// One scripted life of a bot, cut at every file operation in turn.
@Suite struct DisasterTests {
    private struct Life {
        /// What was asked for, in order, and how far somebody was told so.
        var asked = 0
        var told = 0
        var stored: [String: [UInt8]] = [:]
    }

    private func live(on files: MemoryFileSystem, from start: Int = 0) async -> Life {
        var life = Life(asked: start, told: start)
        do {
            let (journal, _) = try open(files)
            let store = FileStore(directory: "state", files: files)
            func ask(_ count: Int) throws -> Int {
                let entries = try (1...count).map { try entry(life.asked + $0) }
                life.asked += count
                return try journal.append(entries)
            }
            try await journal.durable(upTo: ask(3))
            life.told = life.asked
            _ = try ask(1)
            try await journal.durable(upTo: ask(2))
            life.told = life.asked
            let work = Array("submitted work \(start)".utf8)
            life.stored[try await store.put(work)] = work
            await journal.witness()
            try await journal.durable(upTo: ask(1))
            life.told = life.asked
            _ = try ask(1)
            await journal.stop()
            if journal.fault == nil { life.told = life.asked }
        } catch {}
        return life
    }

    private func check(_ files: MemoryFileSystem, _ life: Life, _ place: String) async throws {
        let journal: Journal
        let numbers: [Int?]
        do { (journal, numbers) = try open(files) } catch {
            Issue.record("\(place): \(error)")
            return
        }
        #expect(numbers.count >= life.told, "\(place): nothing that was told is lost")
        #expect(numbers.count <= life.asked, "\(place): nothing is invented")
        #expect(
            numbers == Array(1...max(1, numbers.count)).prefix(numbers.count).map(\.self),
            "\(place)")
        let store = FileStore(directory: "state", files: files)
        for (digest, content) in life.stored {
            #expect(try await store.get(digest) == content, "\(place): stored work is there")
        }
        try await journal.durable(upTo: journal.append([entry(1000)]))
        await journal.stop()
        let (again, after) = try open(files)
        #expect(after == numbers + [1000], "\(place): life goes on")
        #expect(again.recovery.tornTail == nil, "\(place)")
    }

    private func checkAll(_ files: MemoryFileSystem, _ life: Life, _ place: String) async throws {
        try await check(files.afterKill(), life, "\(place), killed")
        for unsynced in MemoryFileSystem.Unsynced.allCases {
            for keepsNames in [true, false] {
                try await check(
                    files.afterPowerCut(unsynced, keepsNames: keepsNames), life,
                    "\(place), power cut, \(unsynced), names kept: \(keepsNames)")
            }
        }
    }

    @Test(
        "killed or without power in front of or within any operation, first start included",
        arguments: [MemoryFileSystem.Fault.die, .dieWithin])
    func everyOperation(fault: MemoryFileSystem.Fault) async throws {
        let whole = MemoryFileSystem()
        _ = await live(on: whole)
        #expect(whole.count > 40)
        for number in 1...whole.count {
            let files = MemoryFileSystem { $0.number == number ? fault : nil }
            let life = await live(on: files)
            #expect(files.isDead)
            try await checkAll(files, life, "operation \(number)")
        }
    }

    @Test(
        "any operation that fails leaves a state that the next start accepts",
        arguments: [5, 28] as [Int32])
    func everyFailure(code: Int32) async throws {
        let whole = MemoryFileSystem()
        _ = await live(on: whole)
        for number in 1...whole.count {
            let files = MemoryFileSystem { $0.number == number ? .fail(code: code) : nil }
            let life = await live(on: files)
            try await check(files.afterKill(), life, "operation \(number) failed")
        }
    }

    @Test("cut again at any operation of the recovery itself")
    func recovery() async throws {
        // The power goes at the sync of the second group.
        let first = MemoryFileSystem { operation in
            operation.path == segmentPath && operation.kind == .synchronize && operation.number > 24
                ? .die : nil
        }
        let life = await live(on: first)
        #expect(first.isDead)
        let torn = first.afterPowerCut(.zeroedBeforeTheEnd, keepsNames: true)
        let (whole, _) = try open(torn.afterKill())
        #expect(whole.recovery.tornTail != nil)
        for number in 1...20 {
            let files = MemoryFileSystem(disk: torn.snapshot) {
                $0.number == number ? .dieWithin : nil
            }
            _ = try? open(files)
            try await checkAll(files, life, "operation \(number) of the recovery")
        }
    }

    @Test("a second life after a first loses nothing of either")
    func secondLife() async throws {
        let first = MemoryFileSystem()
        let before = await live(on: first)
        let left = first.afterKill()
        let whole = left.afterKill()
        _ = await live(on: whole, from: before.asked)
        for number in 1...whole.count {
            let files = MemoryFileSystem(disk: left.snapshot) { $0.number == number ? .die : nil }
            var life = await live(on: files, from: before.asked)
            life.stored.merge(before.stored) { a, _ in a }
            try await checkAll(files, life, "operation \(number) of the second life")
        }
    }
}
