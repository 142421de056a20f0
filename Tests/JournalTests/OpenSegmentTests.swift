import Testing

@testable import Journal
@testable import Support

@Suite struct OpenSegmentTests {
    @Test("a short write is taken back and written again", arguments: [0, 1, 10, 100])
    func shortWrite(length: Int) async throws {
        let seen = Heard<Int>()
        let files = MemoryFileSystem { operation in
            guard operation.path == segmentPath, operation.kind == .write else { return nil }
            seen.add(operation.number)
            return seen.all.count == 2 ? .shorten(to: length) : nil
        }
        let (journal, _) = try open(files)
        for number in 1...3 { try await journal.durable(upTo: journal.append([entry(number)])) }
        #expect(seen.all.count == 4)
        let (again, numbers) = try open(files.afterPowerCut(.lost, keepsNames: false))
        #expect(numbers == [1, 2, 3])
        #expect(again.recovery.tornTail == nil)
    }

    @Test("a disk that stays full is a fault, and the file ends where it was good")
    func fullDisk() async throws {
        let isFull = Flag()
        let files = MemoryFileSystem { operation in
            isFull.value && operation.path == segmentPath && operation.kind == .write
                ? .shorten(to: 7) : nil
        }
        let (journal, _) = try open(files)
        var told = 0
        while journal.fault == nil, told < 50 {
            let seq = try journal.append([entry(told + 1)])
            do { try await journal.durable(upTo: seq) } catch { break }
            told += 1
            isFull.value = told == 3
        }
        #expect(
            journal.fault == .disk(FileError(operation: .write, path: segmentPath, code: 28)))
        #expect(files.lines.count == told)
        #expect(files.contents(segmentPath)?.last == 10)
    }

    @Test("HEAD that cannot be written is a fault of the journal")
    func headFails() async throws {
        let isFull = Flag()
        let files = MemoryFileSystem { operation in
            isFull.value && operation.path == "state/HEAD.tmp" && operation.kind == .rename
                ? .fail(code: 28) : nil
        }
        let (journal, _) = try open(files)
        isFull.value = true
        for number in 1...5 { try await journal.durable(upTo: journal.append([entry(number)])) }
        await journal.witness()
        #expect(
            journal.fault == .disk(FileError(operation: .rename, path: "state/HEAD.tmp", code: 28)))
    }
}
