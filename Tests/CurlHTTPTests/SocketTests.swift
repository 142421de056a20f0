import Testing

@testable import CurlHTTP

@Suite struct SocketTests {
    /// Sends back whatever comes, byte for byte, until `!`.
    @Sendable private static func echo(_ peer: Peer) {
        while true {
            let bytes = peer.read(1 << 16)
            guard !bytes.isEmpty, peer.send(bytes), !bytes.contains(UInt8(ascii: "!")) else {
                return
            }
        }
    }

    private static let patient = Socket.Deadlines(connect: .seconds(600), write: .seconds(600))

    /// Reads until so many bytes are there, or the end.
    private func read(_ count: Int, from socket: Socket) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let more = try await socket.read()
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    @Test("bytes go there and back, and the end comes as nothing")
    func echoes() async throws {
        try await withLoopback(Self.echo) { server, client in
            let socket = try await client.socket(to: server.url(), deadlines: Self.patient)
            for text in ["a", "some more", "and the end!"] {
                try await socket.write(Array(text.utf8))
                #expect(try await read(text.utf8.count, from: socket) == Array(text.utf8))
            }
            #expect(try await socket.read().isEmpty)
        }
    }

    @Test("megabytes are written while they are read, and arrive whole")
    func large() async throws {
        try await withLoopback(Self.echo) { server, client in
            let socket = try await client.socket(to: server.url(), deadlines: Self.patient)
            let bytes = (0..<(8 << 20)).map {
                UInt8(truncatingIfNeeded: $0 &* 31 >> 3) & 0x7F | 0x40
            }
            async let written: Void = socket.write(bytes)
            #expect(try await read(bytes.count, from: socket) == bytes)
            try await written
        }
    }

    @Test("a cancelled read loses nothing, and the socket serves on")
    func cancelledRead() async throws {
        try await withLoopback(Self.echo) { server, client in
            let socket = try await client.socket(to: server.url(), deadlines: Self.patient)
            for _ in 0..<50 {
                let reading = Task { try await socket.read() }
                reading.cancel()
                await #expect(throws: CancellationError.self) { _ = try await reading.value }
            }
            try await socket.write([1, 2, 3])
            #expect(try await read(3, from: socket) == [1, 2, 3])
        }
    }

    @Test("a socket that is closed fails whoever waits for it, and whoever comes later")
    func closing() async throws {
        let isThere = Signal()
        try await withLoopback { peer in
            isThere.give()
            peer.hang()
        } _: { server, client in
            let socket = try await client.socket(to: server.url(), deadlines: Self.patient)
            let reading = Task { try await socket.read() }
            await isThere.wait()
            socket.close()
            await #expect(throws: HTTPFailure.closed(requestSent: true)) {
                _ = try await reading.value
            }
            await #expect(throws: HTTPFailure.closed(requestSent: false)) {
                try await socket.write([1])
            }
        }
    }

    @Test("a connection that nobody takes is given up at its deadline")
    func connectDeadline() async throws {
        let port = FullPort()
        let client = HTTPClient(.direct)
        let url = try #require(HTTPURL("http://127.0.0.1:\(port.port)/"))
        await #expect(throws: HTTPFailure.timedOut(.connect, requestSent: false)) {
            _ = try await client.socket(
                to: url, deadlines: .init(connect: .milliseconds(20), write: .seconds(600)))
        }
        await client.shutDown()
    }

    @Test("a write that nobody takes is given up at its deadline")
    func writeDeadline() async throws {
        let isOver = Locked(false)
        try await withLoopback { peer in
            while !isOver.withLock({ $0 }) { peer.pause(milliseconds: 5) }
        } _: { server, client in
            let socket = try await client.socket(
                to: server.url(), deadlines: .init(connect: .seconds(600), write: .milliseconds(50))
            )
            let much = [UInt8](repeating: 2, count: 64 << 20)
            await #expect(throws: HTTPFailure.timedOut(.stall, requestSent: true)) {
                try await socket.write(much)
            }
            isOver.withLock { $0 = true }
        }
    }

    @Test("requests go on beside an open socket, and a shut down client ends it")
    func besideRequests() async throws {
        try await withLoopback { peer in
            guard let request = peer.readRequest() else { return }
            if request.line.contains("/socket") { peer.hang() } else { peer.answer("ok") }
        } _: { server, client in
            let socket = try await client.socket(to: server.url(), deadlines: Self.patient)
            try await socket.write(Array("GET /socket HTTP/1.1\r\n\r\n".utf8))
            let reading = Task { try await socket.read() }
            for _ in 0..<20 {
                let request = HTTPRequest(url: try server.url("/request"))
                #expect(try await client.answer(to: request).status == 200)
            }
            await client.shutDown()
            await #expect(throws: HTTPFailure.shutDown(requestSent: true)) {
                _ = try await reading.value
            }
        }
    }

    @Test("nobody at the port is told as such")
    func refused() async throws {
        let listener = LoopbackServer.bind()
        let client = HTTPClient(.direct)
        let url = try #require(HTTPURL("http://127.0.0.1:\(LoopbackServer.port(of: listener))/"))
        await #expect(throws: HTTPFailure.cannotConnect) { _ = try await client.socket(to: url) }
        await client.shutDown()
    }
}
