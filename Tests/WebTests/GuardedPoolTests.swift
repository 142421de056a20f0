import Testing

@testable import Web

@Suite struct GuardedPoolTests {
    @Test("a connection that stays silent is closed when its time is up")
    func idle() async throws {
        let clock = HeldClock()
        let server = try WebServer(
            host: "127.0.0.1", port: 0, routes: [WebRoute(.get, "/") { _ in .text("here") }],
            clock: clock)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            let port = try await server.boundPort
            async let reply = Exchange.send("GET / HT", port: port)
            await clock.sleepers(atLeast: 1)
            clock.release()
            #expect(try await reply == "")
            group.cancelAll()
        }
    }

    @Test("more connections than the limit are closed at once")
    func tooMany() async throws {
        let clock = HeldClock()
        let server = try WebServer(
            host: "127.0.0.1", port: 0, routes: [], limits: WebLimits(connections: 1),
            clock: clock)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            let port = try await server.boundPort
            async let first = Exchange.send("GET / HT", port: port)
            await clock.sleepers(atLeast: 1)
            #expect(try await Exchange.send("GET / HT", port: port) == "")
            clock.release()
            #expect(try await first == "")
            group.cancelAll()
        }
    }
}
