import Foundation
import Journal

/// What a commit costs: alone, in groups, from many tasks.
struct Commits {
    private let directory: String

    init(_ directory: String) { self.directory = directory }

    func run() async throws {
        let journal = try open("\(directory)/commits")
        let bare = BareFile("\(directory)/bare")
        var ratios: [Double] = []
        for round in 0..<7 {
            let count = 300
            let alone = await seconds { for _ in 0..<count { bare.append() } }
            let durable = try await seconds {
                for number in 0..<count {
                    try await journal.durable(upTo: journal.append([entry(round * count + number)]))
                }
            }
            ratios.append(durable / alone)
        }
        ratios.sort()
        print(
            "single durable commit: \(ratios.map { String(format: "%.2f", $0) }.joined(separator: " ")) "
                + "x a bare write and fdatasync; median \(String(format: "%.2f", ratios[3]))")
        let groups = 3_000
        let entries = try (0..<64).map { try entry($0) }
        let time = try await seconds {
            for _ in 0..<groups { try await journal.durable(upTo: journal.append(entries)) }
        }
        print("groups of 64: \(Int(Double(groups * 64) / time)) records/s")
        await journal.stop()
    }
}
