import FoundationEssentials
import Support
import Testing

@testable import Journal
@testable import Support

/// Any list of entries, any cut: what comes back is a beginning of it, or a refusal that the rules ask for.
@Suite struct JournalDisasterPrefixTests {
    /// Letters that take one to four bytes, and those that JSON or the line's form must escape.
    private static let letters = Array(
        "az09 \"\\\u{1}\n\t/é߷ह語😀👩‍👧\u{301}\u{FEFF}\u{2028}{}[],:\u{7F}")

    private static func text(_ chance: inout SeededGenerator) -> String {
        let length = [0, 1, 5, 40, 300].randomElement(using: &chance) ?? 0
        return String((0..<length).map { _ in letters.randomElement(using: &chance) ?? "x" })
    }

    private static func value(_ depth: Int, _ chance: inout SeededGenerator) -> [UInt8] {
        func joined(_ parts: [[UInt8]]) -> [UInt8] { Array(parts.joined(separator: [44])) }
        var bytes: [UInt8] = []
        switch Int.random(in: 0..<(depth > 3 ? 4 : 6), using: &chance) {
        case 0: bytes.appendQuoted(text(&chance))
        case 1: bytes = Array("\(Int.random(in: Int.min...Int.max, using: &chance))".utf8)
        case 2: bytes = Array(["true", "false", "null", "-0.5e-7", "{}", "[]"][depth % 6].utf8)
        case 3: bytes.appendQuoted("\(depth)")
        case 4:
            let parts = (0..<Int.random(in: 0...4, using: &chance)).map { _ in
                value(depth + 1, &chance)
            }
            bytes = [91] + joined(parts) + [93]
        default:
            let parts = (0..<Int.random(in: 0...4, using: &chance)).map { _ in
                var pair: [UInt8] = []
                pair.appendQuoted(text(&chance))
                return pair + [58] + value(depth + 1, &chance)
            }
            bytes = [123] + joined(parts) + [125]
        }
        return bytes
    }

    private static func entry(_ chance: inout SeededGenerator) throws -> Entry {
        try Entry(
            kind: text(&chance), cause: Bool.random(using: &chance) ? text(&chance) : nil,
            time: Date(timeIntervalSince1970: Double.random(in: -1e10...1e11, using: &chance)),
            d: value(0, &chance), out: Bool.random(using: &chance) ? value(0, &chance) : nil)
    }

    private final class Read {
        var entries: [Entry] = []

        var reader: StateReader<Entry> {
            StateReader(
                entity: { _, _ in throw Malformed() }, record: { $0.entry },
                take: { self.entries.append($0) })
        }

        struct Malformed: Error {}
    }

    private func start(_ files: MemoryFileSystem) throws(JournalFault) -> (Journal, [Entry]) {
        let read = Read()
        let journal = try Journal.open(
            directory: "state", files: files, now: { Date(timeIntervalSince1970: 0) },
            madeBy: "cohortbot test", limits: JournalLimits(ballastBytes: 0), reader: read.reader)
        return (journal, read.entries)
    }

    @Test(
        "any list of entries comes back whole, and cut anywhere as a beginning or as a refusal",
        arguments: 1...(isTorture ? 200 : 12))
    func cut(seed: Int) async throws {
        var chance = SeededGenerator(state: UInt64(seed))
        let files = MemoryFileSystem()
        let (journal, _) = try start(files)
        var written: [Entry] = []
        for _ in 0..<Int.random(in: 1...6, using: &chance) {
            let group = try (0..<Int.random(in: 1...5, using: &chance)).map { _ in
                try Self.entry(&chance)
            }
            try await journal.durable(upTo: journal.append(group))
            written += group
        }
        // Killed: HEAD knows of nothing yet, and the last record says how far the disk was known to be good.
        let left = files.afterKill()
        let bytes = try #require(left.contents(segmentPath))
        let (_, whole) = try start(left.afterKill())
        #expect(whole == written)
        let lines = bytes.split(separator: 10)
        let cuts =
            isTorture
            ? Array(0...bytes.count)
            : (0..<60).map { _ in Int.random(in: 0...bytes.count, using: &chance) }
        for cut in cuts {
            let cutOff = left.afterKill()
            cutOff.replace(segmentPath, with: Array(bytes[..<cut]))
            let (journal, found) = try start(cutOff)
            #expect(found.elementsEqual(written.prefix(found.count)), "cut at byte \(cut)")
            #expect(found.count == bytes[..<cut].count { $0 == 10 }, "cut at byte \(cut)")
            await journal.stop()
        }
        // Stopped cleanly: HEAD is a witness of all of it, so that every cut is loss and must be refused.
        await journal.stop()
        let stopped = files.afterKill()
        for cut in cuts where cut < bytes.count {
            let cutOff = stopped.afterKill()
            cutOff.replace(segmentPath, with: Array(bytes[..<cut]))
            #expect(throws: JournalFault.self, "cut at byte \(cut)") { try start(cutOff) }
        }
        #expect(lines.count == written.count)
    }

    @Test(
        "bytes that are no journal are refused or set aside, whatever they are",
        arguments: 1...(isTorture ? 2000 : 50))
    func noise(seed: Int) async throws {
        var chance = SeededGenerator(state: UInt64(seed))
        let left = try await disk([1...3, 4...6], stopped: false)
        var bytes = try #require(left.contents(segmentPath))
        for _ in 0..<Int.random(in: 1...4, using: &chance) {
            let start = Int.random(in: 0..<bytes.count, using: &chance)
            let end = min(bytes.count, start + Int.random(in: 0...80, using: &chance))
            let noise = (0..<Int.random(in: 0...80, using: &chance)).map { _ -> UInt8 in
                let any = UInt8.random(in: 0...255, using: &chance)
                return [0, 10, 34, 92, 123, any].randomElement(using: &chance) ?? any
            }
            bytes.replaceSubrange(start..<end, with: noise)
        }
        left.replace(segmentPath, with: bytes)
        do throws(JournalFault) {
            let (journal, numbers) = try open(left)
            #expect(numbers == Array(1...max(1, numbers.count)).prefix(numbers.count).map(\.self))
            await journal.stop()
        } catch {
            guard case .damaged = error else {
                Issue.record("\(error)")
                return
            }
        }
    }
}
