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

/// Collects the numbers of what a state holds; a snapshot's lines are `{"n":7}`.
final class Collected {
    var numbers: [Int?] = []

    var reader: StateReader<Int?> {
        StateReader(
            entity: { _, line in
                Int(String(decoding: line, as: UTF8.self).dropFirst(5).dropLast())
            }, record: { number($0) }, take: { self.numbers.append($0) })
    }
}

/// A reader for who does not care what it reads.
var blindReader: StateReader<Void> {
    StateReader(entity: { _, _ in }, record: { _ in }, take: { _ in })
}

/// Small enough that a handful of entries is a long journal.
let smallLimits = JournalLimits(segmentBytes: 1000, compactionBytes: 500, ballastBytes: 64)

/// Opens `state/` and returns the numbers of the entries in it.
func open(
    _ files: MemoryFileSystem, limits: JournalLimits = JournalLimits(ballastBytes: 0)
) throws(JournalFault) -> (Journal, [Int?]) {
    let collected = Collected()
    let journal = try Journal.open(
        directory: "state", files: files, now: { Date(timeIntervalSince1970: 0) },
        madeBy: "cohortbot test", limits: limits, reader: collected.reader)
    return (journal, collected.numbers)
}

/// What a snapshot of these numbers holds: tens by tens, so that old files come out unchanged.
func content(_ numbers: [Int?]) -> SnapshotContent {
    let known = numbers.compactMap(\.self)
    let files = stride(from: 0, to: known.count, by: 10).compactMap { start in
        SnapshotContent.File(name: "tens/t-\(start / 10 + 1000).jsonl") { line in
            for number in known[start..<min(start + 10, known.count)] {
                try line(Array("{\"n\":\(number)}".utf8))
            }
        }
    }
    return SnapshotContent(files: files)
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

/// What happened on another thread.
final class Heard<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    func add(_ value: Value) { values.withLock { $0.append(value) } }

    var all: [Value] { values.withLock { $0 } }
}

/// A switch that another thread may see.
final class Flag: Sendable {
    private let isSet = Mutex(false)

    var value: Bool {
        get { isSet.withLock { $0 } }
        set { isSet.withLock { $0 = newValue } }
    }
}
