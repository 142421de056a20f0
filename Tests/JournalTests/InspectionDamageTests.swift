import FoundationEssentials
import Support
import Testing

@testable import Journal
@testable import Support

/// Damage of every kind, by chance: a start and an inspection never disagree, and nothing goes unseen.
@Suite struct InspectionDamageTests {
    private struct Tally {
        var damages = 0
        var refused = 0
        var named = 0
        var elsewhere = 0
        var elsewhereFound = 0
    }

    /// How a start goes: the content, or the refusal.
    private func start(_ files: MemoryFileSystem) -> Result<[Int?], JournalFault> {
        Result { () throws(JournalFault) in try open(files).1 }
    }

    private func damage(
        _ whole: MemoryFileSystem, _ expected: [Int], seed: UInt64, _ tally: inout Tally
    ) {
        var chance = SeededGenerator(state: seed)
        let paths = whole.paths.filter { $0 != "state/LOCK" && $0 != "state/BALLAST" }
        guard let path = paths.randomElement(using: &chance), let bytes = whole.contents(path),
            let kind = StateDamage.allCases.randomElement(using: &chance),
            let damaged = kind.apply(to: bytes, using: &chance)
        else { return }
        let hurt = whole.afterKill()
        hurt.replace(path, with: damaged)
        tally.damages += 1
        let place = Comment("seed \(seed): \(kind) of \(path)")
        let inspection = Result { () throws(JournalFault) in try inspect(hurt.afterKill()) }
        switch (start(hurt.afterKill()), inspection) {
        case (.success(let numbers), .success(let inspection)):
            #expect(numbers == expected, "\(place) is accepted in silence")
            #expect(inspection.isStartable, "\(place): \(inspection.damage)")
            tally.elsewhere += 1
            if !inspection.isSound { tally.elsewhereFound += 1 }
        case (.failure(let fault), .success(let inspection)):
            tally.refused += 1
            #expect(!inspection.isStartable, "\(place): a start says \(fault)")
            guard case .damaged(let named, let line, _) = fault else { return }
            // Where it was hard-linked, the same file has another name as well.
            let isSame = named == path || hurt.contents(named) == hurt.contents(path)
            if isSame, line > 0 { tally.named += 1 }
            #expect(
                inspection.files.contains { $0.path == named && !$0.isSound },
                "\(place): a start names \(named), an inspection \(inspection.damage)")
        case (.failure(let fault), .failure(let other)):
            tally.refused += 1
            if "\(fault)".contains(path) { tally.named += 1 }
            #expect(fault == other, place)
        case (.success, .failure(let fault)): Issue.record("\(place): \(fault)")
        }
    }

    @Test("300 random damages of a cleanly stopped state: none silent, and the file is named")
    func random() async throws {
        let (whole, expected) = try await longLife()
        #expect(try inspect(whole).isSound)
        var tally = Tally()
        var seed: UInt64 = 0
        while tally.damages < 300 {
            seed += 1
            damage(whole, expected, seed: seed, &tally)
        }
        #expect(tally.refused > 100)
        #expect(tally.named * 100 >= tally.refused * 95, "\(tally)")
        #expect(tally.elsewhereFound * 100 >= tally.elsewhere * 80, "\(tally)")
    }

    @Test("every byte of HEAD and of a short segment, flipped", arguments: [0, 3, 7] as [UInt8])
    func everyByte(bit: UInt8) async throws {
        let whole = try await disk([1...2, 3...3], stopped: true)
        for path in ["state/HEAD", segmentPath] {
            let bytes = try #require(whole.contents(path))
            for position in bytes.indices {
                let hurt = whole.afterKill()
                var flipped = bytes
                flipped[position] ^= 1 << bit
                hurt.replace(path, with: flipped)
                let fault = #expect(throws: JournalFault.self) { try open(hurt.afterKill()) }
                let inspection = try inspect(hurt)
                #expect(
                    !inspection.isStartable, "\(path) at \(position): \(String(describing: fault))")
            }
        }
    }
}

extension Inspection {
    /// All damage, as doctor prints it.
    var damage: [String] {
        files.flatMap { file in
            file.findings.filter(\.isDamage).map { "\(file.path):\($0.line ?? 1): \($0.reason)" }
        }
    }
}
