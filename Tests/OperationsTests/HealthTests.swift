import Chat
import Foundation
import Synchronization
import Testing
import Web

@testable import Operations

@Suite struct HealthTests {
    private func ask(_ health: Health, _ path: String) async -> (Int, String)? {
        guard let route = health.routes.first(where: { $0.path == path }) else { return nil }
        let answer = await route.answer(WebRequest(path: path))
        return (answer.status, String(decoding: answer.body, as: UTF8.self))
    }

    @Test("probes say ok, then what is wrong, then ok again")
    func probes() async throws {
        let clock = NowBox(now: Date(timeIntervalSince1970: 0))
        let health = Health { clock.now }
        #expect(try #require(await ask(health, "/livez")) == (200, "ok\n"))
        #expect(try #require(await ask(health, "/readyz")) == (200, "ok\n"))

        health.watch(.telegram)
        health.failure(of: .telegram, reason: "401 Unauthorized")
        health.store(fault: "read-only file system")
        #expect(
            try #require(await ask(health, "/readyz"))
                == (503, "store: read-only file system\ntelegram: 401 Unauthorized\n"))
        #expect(try #require(await ask(health, "/livez")).0 == 200)

        clock.advance(31)
        #expect(
            try #require(await ask(health, "/livez")) == (503, "the clockwork stands still\n"))

        health.tick()
        health.success(of: .telegram)
        health.store(fault: nil)
        #expect(try #require(await ask(health, "/livez")) == (200, "ok\n"))
        #expect(try #require(await ask(health, "/readyz")) == (200, "ok\n"))
    }
}

/// The time, as the test sets it.
final class NowBox: Sendable {
    private let date: Mutex<Date>
    init(now: Date) { date = Mutex(now) }
    var now: Date { date.withLock { $0 } }
    func advance(_ seconds: TimeInterval) { date.withLock { $0 += seconds } }
}
