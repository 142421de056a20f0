import Foundation
import Journal

/// Memory over a million commits, with snapshots whenever they are due.
struct Lasting {
    private let directory: String

    init(_ directory: String) { self.directory = directory }

    func run() async throws {
        let journal = try open("\(directory)/lasting")
        var memory: [String] = []
        var snapshots = 0
        for group in 0..<15_625 {
            let entries = try (0..<64).map { try entry(group * 64 + $0) }
            try await journal.durable(upTo: journal.append(entries))
            if journal.isCompactionDue {
                try await journal.compact(journal.cut(), content(10_000))
                snapshots += 1
            }
            if group % 3_125 == 3_124 { memory.append("\(residentMemory() / 1024)") }
        }
        print(
            "1,000,000 commits, \(snapshots) snapshots: resident MiB after each fifth: "
                + memory.joined(separator: " "))
        await journal.stop()
    }
}
