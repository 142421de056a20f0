import FoundationEssentials
import JSONLine
import Support
import Testing

/// Lines that nobody wrote: whatever comes, a value or an error comes of it and never a crash.
@Suite("The scanner of lines")
struct LineScannerTests {
    private let decoder = JSONLineDecoder()

    private func line(_ seed: Int) throws -> [UInt8] {
        var chance = SeededGenerator(state: UInt64(seed))
        return try JSONLineEncoder().encode(Zoo(&chance))
    }

    /// Whether Foundation takes the line too.
    private func isTaken(_ line: [UInt8]) -> Bool {
        (try? JSONDecoder().decode(Anything.self, from: Data(line))) != nil
    }

    @Test("refuses every line that is cut", arguments: 0..<4)
    func refusesCutLines(seed: Int) throws {
        let line = try line(seed)
        for end in 0..<line.count {
            #expect(throws: DecodingError.self) {
                try decoder.decode(Zoo.self, from: Array(line[..<end]))
            }
        }
    }

    @Test("survives changed bytes, and takes what Foundation takes", arguments: 0..<40)
    func survivesChangedBytes(seed: Int) throws {
        let whole = try line(seed)
        var chance = SeededGenerator(state: UInt64(seed))
        for _ in 0..<100 {
            var line = whole
            for _ in 0...chance.below(3) { change(&line, &chance) }
            _ = try? decoder.decode(Zoo.self, from: line)
            let isTakenHere = (try? decoder.decode(Anything.self, from: line)) != nil
            // Foundation looks into a string only when it is asked for it, so it may take more.
            #expect(!isTakenHere || isTaken(line), "\(String(decoding: line, as: UTF8.self))")
        }
    }

    private func change(_ line: inout [UInt8], _ chance: inout SeededGenerator) {
        guard !line.isEmpty else { return }
        let place = chance.below(line.count)
        switch chance.below(4) {
        case 0: line[place] = UInt8(truncatingIfNeeded: chance.next())
        case 1: line.remove(at: place)
        case 2: line.insert(chance.one(of: Array("{}[]\",:\\0e-. ".utf8), else: 0), at: place)
        default: line.swapAt(place, chance.below(line.count))
        }
    }

    @Test("survives any bytes", arguments: 0..<20)
    func survivesAnyBytes(seed: Int) {
        var chance = SeededGenerator(state: UInt64(seed))
        let likely = Array(#"{}[]",:\u0d8e-.truefalsn "#.utf8)
        for _ in 0..<500 {
            let line = (0..<chance.below(40)).map { _ in
                chance.below(8) == 0
                    ? UInt8(truncatingIfNeeded: chance.next()) : chance.one(of: likely, else: 0)
            }
            let isTakenHere = (try? decoder.decode(Anything.self, from: line)) != nil
            #expect(!isTakenHere || isTaken(line), "\(String(decoding: line, as: UTF8.self))")
        }
    }
}
