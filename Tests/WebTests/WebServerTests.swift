import FlyingFox
import Foundation
import Glibc
import Testing

@testable import Web

@Suite struct WebServerTests {
    private let hello = WebRoute(.get, "/hello") { .text("hello \($0.query["name"] ?? "you")") }

    /// Runs the server, hands its port to the body and stops it.
    private func serving(
        host: String = "127.0.0.1", _ routes: [WebRoute], limits: WebLimits = WebLimits(),
        clock: any Clock<Duration> = ContinuousClock(),
        _ body: (UInt16) async throws -> Void
    ) async throws {
        let server = try WebServer(
            host: host, port: 0, routes: routes, limits: limits, clock: clock)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            try await body(try await server.boundPort)
            group.cancelAll()
        }
    }

    @Test("a route answers on the bound port", arguments: ["127.0.0.1", "localhost"])
    func answers(host: String) async throws {
        try await serving(host: host, [hello]) { port in
            let reply = try await Exchange.send(
                "GET /hello?name=lila HTTP/1.1\r\nConnection: close\r\n\r\n", port: port)
            #expect(reply.hasPrefix("HTTP/1.1 200"))
            #expect(reply.contains("Cache-Control: no-store"))
            #expect(reply.hasSuffix("hello lila"))
        }
    }

    @Test(
        "what no route answers is a 404",
        arguments: ["GET /nothing", "POST /hello", "DELETE /hello", "GET /hello/../etc"])
    func notFound(request: String) async throws {
        try await serving([hello]) { port in
            let reply = try await Exchange.send(
                "\(request) HTTP/1.1\r\nConnection: close\r\n\r\n", port: port)
            #expect(reply.hasPrefix("HTTP/1.1 404"))
        }
    }

    @Test("bytes that are no HTTP end the connection, and the next client is served")
    func noise() async throws {
        try await serving([hello]) { port in
            _ = try await Exchange.send("\u{16}\u{03}\u{01} what\n\n", port: port)
            let reply = try await Exchange.send(
                "GET /hello HTTP/1.1\r\nConnection: close\r\n\r\n", port: port)
            #expect(reply.hasSuffix("hello you"))
        }
    }

    @Test("a body beyond the limit is refused", arguments: [(10, 200), (11, 413), (70_000, 413)])
    func bodyLimit(size: Int, status: Int) async throws {
        let size10 = WebRoute(.post, "/size") { .text("\($0.body.count)") }
        try await serving([size10], limits: WebLimits(body: 10)) { port in
            let reply = try await Exchange.send(
                "POST /size HTTP/1.1\r\nContent-Length: \(size)\r\nConnection: close\r\n\r\n"
                    + String(repeating: "x", count: size), port: port)
            #expect(reply.hasPrefix("HTTP/1.1 \(status)"))
        }
    }

    @Test("only the given address listens, not every interface")
    func exactAddress() async throws {
        try await serving([hello]) { port in
            await #expect(throws: (any Error).self) {
                try await Exchange.send("GET / HTTP/1.1\r\n\r\n", host: "127.0.0.2", port: port)
            }
        }
    }

    @Test("a port in use is an error that names the address")
    func portInUse() async throws {
        try await serving([hello]) { port in
            let second = try WebServer(
                host: "127.0.0.1", port: port, routes: [], clock: ContinuousClock())
            await #expect(
                throws: WebError.cannotListen(
                    host: "127.0.0.1", port: port, reason: "Address already in use")
            ) { try await second.run() }
        }
    }

    @Test("a name is not an address", arguments: ["example.org", "", "1.2.3", "0x7f.1", "[::1]"])
    func notAnAddress(host: String) {
        #expect(throws: WebError.notAnAddress(host)) {
            try WebServer(host: host, port: 0, routes: [], clock: ContinuousClock())
        }
    }
}
