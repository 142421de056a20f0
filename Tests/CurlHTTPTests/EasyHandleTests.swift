import Testing

@testable import CurlHTTP

@Suite struct EasyHandleTests {
    @Test("requests of all forms take turns on the same handles, and none inherits from another")
    func takingTurns() async throws {
        var configuration = HTTPConfiguration.direct
        configuration.maxConnections = 2
        try await withLoopback(answersOK, configuration: configuration) { server, client in
            let forms = [
                HTTPRequest(url: try server.url("/a"), headers: ["X-One": "1"]),
                HTTPRequest(
                    method: .post, url: try server.url("/b"), headers: ["Content-Type": "x/y"],
                    body: Array("long".utf8)),
                HTTPRequest(method: .post, url: try server.url("/b"), body: Array("s".utf8)),
                HTTPRequest(method: .post, url: try server.url("/b")),
                HTTPRequest(method: .delete, url: try server.url("/b")),
                HTTPRequest(method: .post, url: try server.url("/b"), body: []),
            ]
            let order = (0..<60).map { ($0 * $0 + $0 / 7) % forms.count }
            for index in order { _ = try await client.answer(to: forms[index]) }
            #expect(server.requests.count == order.count)
            for (request, index) in zip(server.requests, order) {
                let form = forms[index]
                #expect(request.line.hasPrefix("\(form.method.rawValue) "))
                #expect(request.body == form.body ?? [])
                #expect(request.header("x-one") == form.headers["X-One"])
                #expect(request.header("content-type") == form.headers["Content-Type"])
                let hasLength = form.method == .post
                #expect((request.header("content-length") != nil) == hasLength)
            }
        }
    }

    @Test("a body follows a longer and a shorter one whole")
    func bodies() async throws {
        try await withLoopback(answersOK) { server, client in
            let sizes = [3, 200_000, 1, 0, 70_000, 600, 70_000]
            let bodies = sizes.map { size in (0..<size).map { UInt8(truncatingIfNeeded: $0) } }
            for body in bodies {
                let request = HTTPRequest(method: .post, url: try server.url(), body: body)
                _ = try await client.answer(to: request)
            }
            #expect(server.requests.map(\.body) == bodies)
        }
    }

    @Test("an answer's limit belongs to its request")
    func limits() async throws {
        let script: @Sendable (Peer) -> Void = { peer in
            while peer.readRequest() != nil { peer.answer("0123456789") }
        }
        try await withLoopback(script) { server, client in
            var request = HTTPRequest(url: try server.url(), responseLimit: 5)
            #expect(try await client.failure(of: request) == .responseTooLarge(limit: 5))
            request.responseLimit = 10
            #expect(try await client.answer(to: request).body == Array("0123456789".utf8))
        }
    }
}
