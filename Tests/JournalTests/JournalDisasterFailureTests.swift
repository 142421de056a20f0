import Glibc
import Support
import Testing

@testable import Journal
@testable import Support

/// The disk fails at every file operation in turn, once or for a while, and the bot lives on.
@Suite struct JournalDisasterFailureTests {
    /// Who asked was answered, one way or the other, and both kinds of answer are true.
    private func judge(_ life: DisasterLife, _ place: String) async {
        let account = life.account
        if case .unrecovered(let fault) = account.end { Issue.record("\(place): \(fault)") }
        if account.end == .well {
            #expect(account.told == account.line.count, "\(place): all are told")
            #expect(account.doubtful.isEmpty, "\(place)")
            #expect(account.line.count + account.refused.count == account.asked, "\(place)")
        }
        await account.judge(life.files.afterKill(), place)
        await account.judge(life.files.afterPowerCut(.lost, names: .lost), place)
        await account.judge(life.files.afterPowerCut(.uncut, names: .some(seed: 1)), place)
    }

    @Test("any one operation fails", arguments: [EIO, ENOSPC])
    func once(code: Int32) async {
        for number in 1...(await DisasterLife.moments().count)
        where isTorture || (number % 2 == 0) == (code == EIO) {
            let life = DisasterLife(
                on: MemoryFileSystem { $0.number == number ? .fail(code: code) : nil })
            await life.play()
            #expect(life.account.refused.isEmpty, "one failure is overcome without a refusal")
            #expect(life.account.end != nil)
            await judge(life, "operation \(number) failed")
        }
    }

    @Test("any one write is cut short", arguments: isTorture ? [0, 1, 60] : [30])
    func shortened(to length: Int) async {
        for moment in await DisasterLife.moments() where moment.operation.kind == .write {
            let number = moment.operation.number
            let life = DisasterLife(
                on: MemoryFileSystem { $0.number == number ? .shorten(to: length) : nil })
            await life.play()
            await judge(life, "operation \(number) shortened")
        }
    }

    @Test("nothing works from any operation on, and all is well after a while")
    func forAWhile() async {
        var chance = SeededGenerator(state: 3)
        for number in 1...(await DisasterLife.moments().count) where isTorture || number % 2 == 0 {
            let lengths =
                isTorture ? [2, 3, 5, 9, 20, 60] : [Int.random(in: 2...60, using: &chance)]
            for length in lengths {
                let code = [EIO, ENOSPC, EROFS, EDQUOT][(number + length) % 4]
                let life = DisasterLife(
                    on: MemoryFileSystem {
                        number..<number + length ~= $0.number ? .fail(code: code) : nil
                    })
                await life.play()
                await judge(life, "operations \(number) + \(length) failed")
            }
        }
    }

    @Test("the process or the power goes while nothing works", arguments: [4, 40])
    func thenGone(length: Int) async {
        var chance = SeededGenerator(state: UInt64(length))
        let count = await DisasterLife.moments().count
        for number in 1...count where isTorture || number % 9 == 0 {
            let moments = await DisasterLife.moments { operation in
                number..<number + length ~= operation.number ? .fail(code: EIO) : nil
            }
            for moment in moments.dropFirst(number - 1).prefix(length + 12)
            where isTorture || Int.random(in: 0..<4, using: &chance) == 0 {
                let place = "operations \(number) + \(length) failed, gone at \(moment.operation)"
                await moment.account.judge(moment.files.afterKill(), place)
                for contents in [MemoryFileSystem.Unsynced.lost, .kept, .uncut] {
                    let left = moment.files.afterPowerCut(contents, names: .some(seed: 1))
                    await moment.account.judge(left, "\(place), \(contents)")
                }
            }
        }
    }

    /// What fails for good while other operations still work.
    private enum Stubborn: CaseIterable {
        case segments, names, renames, headsNames

        func plan(from number: Int) -> MemoryFileSystem.Plan {
            let headIsNew = Flag()
            return { operation in
                defer {
                    headIsNew.value =
                        operation.kind == .rename && operation.path == "state/HEAD.tmp"
                }
                let (kind, path) = (operation.kind, operation.path)
                let fails =
                    switch self {
                    case .segments: kind == .synchronize && path.hasPrefix("state/journal/")
                    case .names: kind == .synchronize && path == "state"
                    case .renames: kind == .rename
                    case .headsNames: kind == .synchronize && headIsNew.value
                    }
                return operation.number >= number && fails ? .fail(code: EIO) : nil
            }
        }
    }

    @Test("what was refused aloud is not there after a kill, where the disk takes it back")
    func takenBack() async {
        let count = await DisasterLife.moments().count
        for number in stride(from: 1, through: count, by: isTorture ? 1 : 5) {
            for stubborn in Stubborn.allCases {
                let life = DisasterLife(
                    on: MemoryFileSystem(plan: stubborn.plan(from: number)),
                    lastTry: 3 + number % 2)
                await life.play()
                var account = life.account
                account.doubtful = []
                await account.judge(life.files.afterKill(), "\(stubborn) from \(number) on")
            }
        }
    }

    @Test("operations fail by chance", arguments: 0..<(isTorture ? 300 : 20))
    func byChance(seed: Int) async {
        let probability = [0.002, 0.01, 0.05, 0.2][seed % 4]
        let life = DisasterLife(
            on: MemoryFileSystem(
                plan: MemoryFileSystem.failing(
                    code: seed % 2 == 0 ? EIO : ENOSPC, probability: probability,
                    seed: UInt64(seed))))
        await life.play()
        life.files.plan = { _ in nil }
        await life.account.judge(life.files.afterKill(), "seed \(seed)")
    }
}
