import FoundationEssentials
import Synchronization

@testable import Journal
@testable import Support

/// The smallest entry, known by its number.
func entry(_ number: Int) throws -> Entry {
    try Entry(
        kind: "test", cause: "console:\(number)", time: Date(timeIntervalSince1970: Double(number)),
        d: Array("{\"n\":\(number)}".utf8))
}

func number(_ record: Record) -> Int? { record.entry.cause.flatMap { Int($0.dropFirst(8)) } }

/// Opens `state/` and returns the numbers of the entries in it.
func open(_ files: MemoryFileSystem) throws(JournalFault) -> (Journal, [Int?]) {
    var numbers: [Int?] = []
    let journal = try Journal.open(
        directory: "state", files: files, now: { Date(timeIntervalSince1970: 0) },
        madeBy: "cohortbot test"
    ) { numbers.append(number($0)) }
    return (journal, numbers)
}

/// A disk with the groups given, acknowledged one after the other, and the journal stopped cleanly or not at all.
func disk(_ groups: [ClosedRange<Int>], stopped: Bool) async throws -> MemoryFileSystem {
    let files = MemoryFileSystem()
    let (journal, _) = try open(files)
    for group in groups {
        try await journal.durable(upTo: journal.append(group.map(entry)))
    }
    if stopped { await journal.stop() }
    return files.afterKill()
}

let segmentPath = "state/journal/j-00000001.jsonl"

extension MemoryFileSystem {
    /// The lines of the journal, without their newlines.
    var lines: [[UInt8]] {
        (contents(segmentPath) ?? []).split(separator: 10).map(Array.init)
    }

    func replaceLines(_ lines: [[UInt8]]) {
        replace(segmentPath, with: Array(lines.map { $0 + [10] }.joined()))
    }
}

/// Numbers that look random and are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// What happened on another thread.
final class Heard<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    func add(_ value: Value) { values.withLock { $0.append(value) } }

    var all: [Value] { values.withLock { $0 } }
}
