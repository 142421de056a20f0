import Support
import Testing

@testable import Journal
@testable import Support

/// The process or the power goes at every file operation in turn.
@Suite struct JournalDisasterTests {
    @Test("the script goes through everything that touches the disk")
    func script() async {
        let moments = await DisasterLife.moments()
        let kinds = Set(moments.map(\.operation.kind))
        #expect(
            kinds.isSuperset(of: [.open, .write, .synchronize, .rename, .link, .remove]))
        let paths = Set(moments.flatMap(\.files.paths))
        #expect(paths.contains { $0.hasPrefix("state/files/") })
        #expect(paths.contains("state/snapshots/s-00000004/manifest"))
        #expect(paths.contains("backup/HEAD"))
        #expect(moments.count > 200)
    }

    @Test(
        "killed in front of, within or behind any operation",
        arguments: isTorture
            ? [MemoryFileSystem.Fault.die, .dieWithin, .dieAfter] : [.dieWithin])
    func killed(fault: MemoryFileSystem.Fault) async {
        // Behind one operation is in front of the next one; `make test` spares itself the difference.
        let count = await DisasterLife.moments().count
        for number in 1...count {
            let life = DisasterLife(on: MemoryFileSystem { $0.number == number ? fault : nil })
            await life.play()
            #expect(life.files.isDead)
            await life.account.judge(life.files.afterKill(), "\(fault) \(number)")
        }
    }

    @Test("without power in front of any operation, where nothing that was not synced is left")
    func withoutPower() async {
        for moment in await DisasterLife.moments() {
            let left = moment.files.afterPowerCut(.lost, names: .lost)
            await moment.account.judge(left, "\(moment.operation)")
        }
    }

    /// What a power cut makes of contents and of names, each with each.
    private static let leavings = MemoryFileSystem.Unsynced.allCases.flatMap { contents in
        [.lost, .kept, .some(seed: 1), .some(seed: 2), .some(seed: 3)].map {
            (contents, $0 as MemoryFileSystem.Names)
        }
    }

    @Test("without power in front of any operation, where some of the rest is left")
    func withoutPowerInPart() async {
        var chance = SeededGenerator(state: 1)
        for moment in await DisasterLife.moments() {
            let chosen =
                isTorture
                ? Self.leavings
                : (0..<3).compactMap { _ in
                    Self.leavings.randomElement(using: &chance)
                }
            for (contents, names) in chosen {
                let left = moment.files.afterPowerCut(contents, names: names)
                await moment.account.judge(
                    left, "\(moment.operation), contents \(contents), names \(names)")
            }
        }
    }

    @Test("cut a second time at any operation of the start after the first disaster")
    func twice() async {
        var chance = SeededGenerator(state: 2)
        let moments = await DisasterLife.moments()
        for moment in moments where isTorture || Int.random(in: 0..<8, using: &chance) == 0 {
            let left = moment.files.afterPowerCut(.zeroedInnerPages(seed: 3), names: .kept)
            let whole = left.afterKill()
            _ = try? open(whole, limits: smallLimits)
            for number in stride(from: 1, through: whole.count, by: 1) {
                let again = MemoryFileSystem(disk: left.snapshot) {
                    $0.number == number ? .dieWithin : nil
                }
                _ = try? open(again, limits: smallLimits)
                let place = "\(moment.operation), then \(number)"
                await moment.account.judge(again.afterKill(), place)
                await moment.account.judge(again.afterPowerCut(.lost, names: .lost), place)
            }
        }
    }
}
