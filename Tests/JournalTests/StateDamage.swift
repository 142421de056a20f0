import FoundationEssentials

@testable import Journal
@testable import Support

/// What can happen to a file while nobody looks.
enum StateDamage: CaseIterable {
    case flip, truncate, delete, empty, duplicateLine, swapLines, cutAtLineEnd

    /// - Returns: nil where it changes nothing, such as a swap in a file of one line; `.some(nil)` for no file at all.
    func apply(
        to bytes: [UInt8], using chance: inout some RandomNumberGenerator
    ) -> [UInt8]?? {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).dropLast()
        var damaged = bytes
        switch self {
        case .delete: return .some(nil)
        case .empty: damaged = []
        case .flip:
            guard let position = damaged.indices.randomElement(using: &chance) else { return nil }
            damaged[position] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
        case .truncate:
            damaged = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &chance)))
        case .duplicateLine:
            guard let index = lines.indices.randomElement(using: &chance) else { return nil }
            lines.insert(lines[index], at: index)
            damaged = Array(lines.map { $0 + [10] }.joined())
        case .swapLines:
            guard lines.count > 1 else { return nil }
            let index = Int.random(in: 0..<lines.count - 1, using: &chance)
            lines.swapAt(index, index + 1)
            damaged = Array(lines.map { $0 + [10] }.joined())
        case .cutAtLineEnd:
            guard lines.count > 1 else { return nil }
            let kept = Int.random(in: 0..<lines.count, using: &chance)
            damaged = Array(lines.prefix(kept).map { $0 + [10] }.joined())
        }
        return damaged == bytes ? nil : .some(damaged)
    }
}

/// A cleanly stopped state with two generations, several segments in each, and the numbers in it.
func longLife() async throws -> (MemoryFileSystem, [Int]) {
    let files = MemoryFileSystem()
    let (journal, _) = try open(files, limits: smallLimits)
    for round in 0..<3 {
        for number in round * 16 + 1...round * 16 + 16 {
            try await journal.durable(upTo: journal.append([entry(number)]))
        }
        if round < 2 {
            try await journal.compact(journal.cut(), content(Array(1...round * 16 + 16)))
        }
    }
    _ = try await FileStore(directory: "state", files: files).put(Array("a work".utf8))
    await journal.stop()
    return (files.afterKill(), Array(1...48))
}

/// What doctor says of `state/`.
func inspect(_ files: MemoryFileSystem) throws(JournalFault) -> Inspection {
    try Inspection.run(
        directory: "state", files: files, program: "cohortbot test",
        makeReader: { Collected().reader })
}
