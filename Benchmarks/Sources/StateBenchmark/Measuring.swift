import Foundation
import Glibc
import Journal

/// An entry of an ordinary size: a reminder and the answer it owes.
func entry(_ number: Int) throws -> Entry {
    try Entry(
        kind: "remind", cause: "telegram:\(number)",
        time: Date(timeIntervalSince1970: 1_795_428_000),
        d: Array(
            """
            [{"reminder.added":{"number":\(number),"reminder":{"addedAt":"2026-11-23T13:00:00Z",\
            "at":"2026-11-27T18:00:00Z","id":"r\(number)","person":"p10","room":"telegram:-100123",\
            "state":"waiting","text":"hand in the draft of the essay, two pages"}}}]
            """.utf8),
        out: Array(
            """
            [{"buttons":[],"phrase":{"key":"reminders.saved","values":{"at":{"moment":"2026-11-27T18:00:00Z"}}},\
            "reader":"p10","to":{"room":{"_0":"telegram:-100123"}},"urgency":0}]
            """.utf8))
}

/// Lines of a snapshot that are not worth reading.
func content(_ count: Int) -> SnapshotContent {
    let file = SnapshotContent.File(name: "lines.jsonl") { line in
        for number in 0..<count {
            try line(
                Array(
                    """
                    {"reminder":{"addedAt":"2026-11-23T13:00:00Z","at":"2026-11-27T18:00:00Z","id":"r\(number)",\
                    "person":"p10","room":"telegram:-100123","state":"waiting",\
                    "text":"hand in the draft of the essay, two pages, and read chapter four of the book"}}
                    """.utf8))
        }
    }
    return SnapshotContent(files: [file].compactMap(\.self))
}

func open(_ directory: String, limits: JournalLimits = JournalLimits()) throws -> Journal {
    try Journal.open(
        directory: directory, files: SystemFiles(), now: Date.init, madeBy: "benchmark",
        limits: limits,
        reader: StateReader<Void>(entity: { _, _ in }, record: { _ in }, take: { _ in }))
}

func seconds(_ body: () async throws -> Void) async rethrows -> Double {
    let start = ContinuousClock.now
    try await body()
    return (ContinuousClock.now - start) / .seconds(1)
}

/// A bare file: one write and one fdatasync for each line of 400 bytes.
final class BareFile: Sendable {
    private let descriptor: Int32

    init(_ path: String) { descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_APPEND, 0o600) }

    deinit { close(descriptor) }

    func append() {
        var line = [UInt8](repeating: UInt8(ascii: "x"), count: 400)
        line[399] = UInt8(ascii: "\n")
        _ = write(descriptor, line, line.count)
        fdatasync(descriptor)
    }
}

/// Microseconds, as percentiles.
struct Latencies {
    private let sorted: [Double]

    init(_ seconds: [Double]) { sorted = seconds.map { $0 * 1e6 }.sorted() }

    func percentile(_ share: Double) -> Double {
        sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    var words: String {
        let shares = [("p50", 0.5), ("p99", 0.99), ("p99.9", 0.999), ("max", 1)]
        return "\(sorted.count) commits, "
            + shares.map { "\($0.0) \(Int(percentile($0.1))) µs" }.joined(separator: ", ")
    }
}

/// The process's memory in KiB.
func residentMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") }
    return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
}
