import Testing

@testable import CurlHTTP

@Suite struct TransferOptionsTests {
    @Test(
        "each method goes out by its name, with a length where a body belongs",
        arguments: [
            (HTTPRequest.Method.get, nil as String?, nil as String?), (.get, "a", "1"),
            (.post, nil, "0"), (.post, "", "0"), (.post, "späße", "7"), (.put, "x", "1"),
            (.put, nil, "0"), (.patch, "x", "1"), (.delete, nil, nil), (.delete, "x", "1"),
        ])
    func methods(_ method: HTTPRequest.Method, _ body: String?, _ length: String?) async throws {
        try await withLoopback(answersOK) { server, client in
            let bytes = body.map { Array($0.utf8) }
            let request = HTTPRequest(method: method, url: try server.url("/p?q=1"), body: bytes)
            #expect(try await client.answer(to: request).status == 200)
            let received = try #require(server.requests.first)
            #expect(received.line == "\(method.rawValue) /p?q=1 HTTP/1.1")
            #expect(received.header("content-length") == length)
            #expect(received.body == bytes ?? [])
        }
    }

    @Test("headers go out as given, and none of libcurl's own making")
    func headers() async throws {
        try await withLoopback(answersOK) { server, client in
            let request = HTTPRequest(
                method: .post, url: try server.url(),
                headers: ["X-Empty": "", "X-Text": "späße 🎓"],
                body: [UInt8](repeating: 7, count: 3 << 20))
            _ = try await client.answer(to: request)
            let received = try #require(server.requests.first)
            #expect(received.header("x-empty") == "")
            #expect(received.header("x-text") == "späße 🎓")
            #expect(received.header("user-agent") == "CohortBot")
            #expect(received.header("expect") == nil)
            #expect(received.header("content-type") == nil)
            #expect(received.body.count == 3 << 20)
        }
    }

    @Test("a content type that was given is kept")
    func contentType() async throws {
        try await withLoopback(answersOK) { server, client in
            let type = "application/json"
            let request = HTTPRequest(
                method: .post, url: try server.url(), headers: ["content-type": type], body: [1])
            _ = try await client.answer(to: request)
            #expect(server.requests.first?.header("content-type") == type)
        }
    }

    @Test("a header with a line end never reaches the wire")
    func smuggling() async throws {
        try await withLoopback(answersOK) { server, client in
            let request = HTTPRequest(url: try server.url(), headers: ["X": "a\r\nEvil: 1"])
            #expect(try await client.failure(of: request) == .other(code: 43, requestSent: false))
            #expect(server.connections == 0)
        }
    }

    @Test("a redirect is an answer, not an order")
    func redirect() async throws {
        try await withLoopback { peer in
            _ = peer.readRequest()
            peer.answer("", status: "302 Found", headers: "Location: /elsewhere\r\n")
        } _: { server, client in
            let response = try await client.answer(to: HTTPRequest(url: try server.url()))
            #expect(response.status == 302)
            #expect(response.header("location") == "/elsewhere")
            #expect(server.requests.count == 1)
        }
    }

    @Test("other machines are reached through the proxy, this one is not")
    func proxy() async throws {
        let refuses: @Sendable (Peer) -> Void = { peer in
            _ = peer.readRequest()
            peer.answer("", status: "403 Forbidden")
        }
        let proxy = LoopbackServer(refuses)
        defer { proxy.stop() }
        let configuration = HTTPConfiguration(proxy: .host("127.0.0.1", port: proxy.port))
        try await withLoopback(answersOK, configuration: configuration) { server, client in
            let url = try #require(HTTPURL("https://forum.example/secret"))
            #expect(try await client.failure(of: HTTPRequest(url: url)) == .proxy)
            #expect(proxy.requests.map(\.line) == ["CONNECT forum.example:443 HTTP/1.1"])
            #expect(try await client.answer(to: HTTPRequest(url: try server.url())).status == 200)
            #expect(proxy.connections == 1)
        }
    }
}
