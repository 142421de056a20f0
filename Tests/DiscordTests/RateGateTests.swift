import Support
import Synchronization
import Testing

@testable import Discord

@Suite struct RateGateTests {
    @Test("a ban stops everything, is told once, and is over after a while")
    func ban() async throws {
        let clock = SteppedClock()
        let told = Mutex<[InvalidRequests.Halt]>([])
        let gate = RateGate(clock: clock) { halt in told.withLock { $0.append(halt) } }
        guard case .go(let pass) = try await gate.enter(.me, patience: 1) else {
            Issue.record("not let in")
            return
        }
        await gate.isBanned(for: nil)
        await gate.isBanned(for: 700)
        await gate.leave(pass, nil)
        for route in [DiscordRoute.me, .callback("1", token: "t")] {
            guard case .halted(.banned) = try await gate.enter(route, patience: 1) else {
                Issue.record("let in")
                return
            }
        }
        #expect(told.withLock { $0.count } == 1)
        clock.advance(by: 701)
        #expect(await gate.halt == nil)
        await gate.isBanned(for: nil)
        #expect(told.withLock { $0.count } == 2)
    }

    @Test("a refused token is told, too")
    func refused() async {
        let told = Mutex<[InvalidRequests.Halt]>([])
        let gate = RateGate(clock: SteppedClock()) { halt in told.withLock { $0.append(halt) } }
        await gate.isRefused()
        await gate.note(status: 401, isShared: false)
        #expect(told.withLock { $0 } == [.refused])
    }
}
