import CCurl
import Glibc
import Testing

@testable import CurlHTTP

@Suite struct TransferTests {
    /// "hello" and 4,096 times "a", as gzip.
    private static let gzipOfHello: [UInt8] = [
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xcb, 0x48, 0xcd, 0xc9, 0xc9,
        0x07, 0x00, 0x86, 0xa6, 0x10, 0x36, 0x05, 0x00, 0x00, 0x00,
    ]
    private static let gzipOfManyA: [UInt8] = [
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xed, 0xc1, 0x01, 0x0d, 0x00,
        0x00, 0x00, 0xc2, 0xa0, 0xac, 0xef, 0x5f, 0xc2, 0x1e, 0x0e, 0x28, 0x00, 0x00, 0x00, 0xe0,
        0xdd, 0x00, 0x73, 0xdc, 0x99, 0x9c, 0x00, 0x10, 0x00, 0x00,
    ]

    /// Reads one request, sends these bytes and closes.
    private static func sends(_ bytes: [UInt8]) -> @Sendable (Peer) -> Void {
        { peer in
            _ = peer.readRequest()
            peer.send(bytes)
        }
    }

    private static func gzipped(_ bytes: [UInt8]) -> [UInt8] {
        let head =
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bytes.count)\r\n\r\n"
        return Array(head.utf8) + bytes
    }

    @Test(
        "an answer arrives whole, however it is framed",
        arguments: [
            ("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, "hello"),
            ("HTTP/1.0 200 OK\r\n\r\nhello", 200, "hello"),
            (
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
                200, "hello"
            ),
            ("HTTP/1.1 204 No Content\r\n\r\n", 204, ""),
            ("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno", 404, "no"),
            ("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 6\r\n\r\n<html>", 502, "<html>"),
        ])
    func framing(_ answer: String, _ status: Int, _ body: String) async throws {
        try await withLoopback(TransferTests.sends(Array(answer.utf8))) { server, client in
            let response = try await client.answer(to: HTTPRequest(url: try server.url()))
            #expect(response.status == status)
            #expect(String(decoding: response.body, as: UTF8.self) == body)
        }
    }

    @Test("an interim answer's headers are not the answer's")
    func interim() async throws {
        let answer =
            "HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\nHTTP/1.1 200 OK\r\nX-Late: 2\r\n\r\nok"
        try await withLoopback(TransferTests.sends(Array(answer.utf8))) { server, client in
            let response = try await client.answer(to: HTTPRequest(url: try server.url()))
            #expect(response.header("x-early") == nil)
            #expect(response.header("x-late") == "2")
        }
    }

    @Test("gzip is unpacked")
    func gzip() async throws {
        let answer = TransferTests.gzipped(TransferTests.gzipOfHello)
        try await withLoopback(TransferTests.sends(answer)) { server, client in
            let response = try await client.answer(to: HTTPRequest(url: try server.url()))
            #expect(String(decoding: response.body, as: UTF8.self) == "hello")
        }
    }

    @Test("the size limit counts unpacked bytes")
    func gzipBomb() async throws {
        let answer = TransferTests.gzipped(TransferTests.gzipOfManyA)
        try await withLoopback(TransferTests.sends(answer)) { server, client in
            let request = HTTPRequest(url: try server.url(), responseLimit: 1_000)
            #expect(try await client.failure(of: request) == .responseTooLarge(limit: 1_000))
        }
    }

    @Test("an answer of exactly the limit is accepted, one byte more is not", arguments: [5, 4])
    func limit(_ limit: Int) async throws {
        for head in ["HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n"] {
            try await withLoopback(TransferTests.sends(Array("\(head)hello".utf8))) {
                server, client in
                let request = HTTPRequest(url: try server.url(), responseLimit: limit)
                if limit == 5 {
                    #expect(try await client.answer(to: request).body.count == 5)
                } else {
                    #expect(try await client.failure(of: request) == .responseTooLarge(limit: 4))
                }
            }
        }
    }

    @Test("a server that sends without end is cut off")
    func endless() async throws {
        try await withLoopback { peer in
            _ = peer.readRequest()
            peer.send("HTTP/1.1 200 OK\r\n\r\n")
            while peer.send([UInt8](repeating: 0x61, count: 65_536)) {}
        } _: { server, client in
            let request = HTTPRequest(url: try server.url(), responseLimit: 1 << 20)
            #expect(try await client.failure(of: request) == .responseTooLarge(limit: 1 << 20))
        }
    }

    @Test("headers without end are cut off")
    func endlessHeaders() async throws {
        try await withLoopback { peer in
            _ = peer.readRequest()
            peer.send("HTTP/1.1 200 OK\r\n")
            while peer.send("X-Filler: 0123456789012345678901234567890123456789\r\n") {}
        } _: { server, client in
            let request = HTTPRequest(url: try server.url())
            #expect(try await client.failure(of: request) == .badResponse)
        }
    }

    @Test(
        "what is no answer is told apart",
        arguments: [
            ("", HTTPFailure.closed(requestSent: true)), ("220 smtp ready\r\n", .badResponse),
            ("\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}", .badResponse),
            ("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf", .closed(requestSent: true)),
            (
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
                .closed(requestSent: true)
            ),
            ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nnot gzip at all", .badResponse),
        ])
    func notAnAnswer(_ answer: String, _ failure: HTTPFailure) async throws {
        try await withLoopback(TransferTests.sends(Array(answer.utf8))) { server, client in
            let request = HTTPRequest(method: .post, url: try server.url(), body: [1])
            #expect(try await client.failure(of: request) == failure)
        }
    }

    @Test("a reset after the request says that it may have been executed")
    func reset() async throws {
        try await withLoopback { peer in
            _ = peer.readRequest()
            peer.reset()
        } _: { server, client in
            let request = HTTPRequest(method: .post, url: try server.url(), body: [1])
            #expect(try await client.failure(of: request) == .closed(requestSent: true))
        }
    }

    @Test("nobody listening: the request was certainly not executed")
    func refused() async throws {
        // Bound, so that nobody else gets the port, but not listening.
        let socket = LoopbackServer.bind()
        defer { close(socket) }
        let client = HTTPClient(.direct)
        let url = try #require(HTTPURL("http://127.0.0.1:\(LoopbackServer.port(of: socket))/"))
        let failure = try await client.failure(of: HTTPRequest(method: .post, url: url))
        #expect(failure == .cannotConnect)
        #expect(!failure.mayHaveBeenExecuted)
        await client.shutDown()
    }

    @Test("a server that speaks no TLS fails as TLS")
    func noTLS() async throws {
        try await withLoopback { peer in
            _ = peer.read(64)
            peer.send("HTTP/1.1 400 Bad Request\r\n\r\n")
        } _: { server, client in
            let url = try #require(HTTPURL("https://127.0.0.1:\(server.port)/"))
            #expect(try await client.failure(of: HTTPRequest(method: .post, url: url)) == .tls)
        }
    }

    /// Answers the first request of a connection and closes under the second.
    @Sendable private static func closesUnderTheSecond(_ peer: Peer) {
        _ = peer.readRequest()
        peer.answer("ok")
        _ = peer.readRequest()
    }

    @Test(
        "a kept connection that closes under a request: only what may be repeated goes out again",
        arguments: [(HTTPRequest.Method.get, 3), (.post, 2)])
    func staleConnection(_ method: HTTPRequest.Method, _ requestsSeen: Int) async throws {
        try await withLoopback(TransferTests.closesUnderTheSecond) { server, client in
            let request = HTTPRequest(method: method, url: try server.url())
            #expect(try await client.answer(to: request).status == 200)
            if method == .get {
                #expect(try await client.answer(to: request).status == 200)
            } else {
                #expect(try await client.failure(of: request) == .closed(requestSent: true))
            }
            #expect(server.requests.count == requestsSeen)
        }
    }

    @Test("any byte of the answer puts the stall deadline off, and none the total one")
    func standing() async throws {
        let deadlines = HTTPRequest.Deadlines(
            connect: .seconds(2), total: .seconds(10), stall: .seconds(3))
        let url = try #require(HTTPURL("https://api.example/"))
        let handle = try #require(EasyHandle())
        _ = try await withCheckedThrowingContinuation { continuation in
            let time = LoopTime()
            let start = time.now
            let request = HTTPRequest(url: url, deadlines: deadlines)
            let transfer = Transfer(1, request, handle, time, continuation)
            func standing(after seconds: Int) -> Transfer.Standing {
                time.update(to: start + .seconds(seconds))
                return transfer.standing()
            }
            #expect(standing(after: 1) == .inTime(until: start + .seconds(2)))
            #expect(standing(after: 2) == .late(.connect))
            #expect(transfer.willSendRequest())
            #expect(standing(after: 4) == .inTime(until: start + .seconds(5)))
            #expect(transfer.receiveHeader(UnsafeRawBufferPointer(start: nil, count: 0)))
            #expect(standing(after: 6) == .inTime(until: start + .seconds(7)))
            #expect(transfer.receiveBody(UnsafeRawBufferPointer(start: nil, count: 0)))
            #expect(standing(after: 8) == .inTime(until: start + .seconds(9)))
            #expect(standing(after: 9) == .late(.stall))
            #expect(standing(after: 10) == .late(.total))
            continuation.resume(returning: HTTPResponse(status: 200))
        }
    }
}
