import Testing

@testable import Discord

@Suite struct WebSocketHandshakeTests {
    private let nonce = Array("the sample nonce".utf8)
    private static let accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="

    private func handshake() throws -> WebSocketHandshake {
        let address = try #require(GatewayAddress("wss://gateway.discord.gg/?x=1"))
        return WebSocketHandshake(to: address, userAgent: "Test", nonce: nonce)
    }

    private func answer(
        _ fields: [String], _ status: String = "101 Switching Protocols"
    ) -> [UInt8] {
        Array((["HTTP/1.1 \(status)"] + fields + ["", ""]).joined(separator: "\r\n").utf8)
    }

    @Test("the request is the one of RFC 6455, and its answer opens the socket")
    func accepted() throws {
        var handshake = try self.handshake()
        let text = String(decoding: handshake.request, as: UTF8.self)
        #expect(text.hasPrefix("GET /?v=10&encoding=json HTTP/1.1\r\nHost: gateway.discord.gg\r\n"))
        #expect(text.contains("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"))
        #expect(text.hasSuffix("\r\n\r\n"))
        let bytes =
            answer([
                "upgrade: WebSocket", "Connection: keep-alive, Upgrade",
                "Sec-WebSocket-Accept: \(Self.accept)",
            ]) + [0x81, 0x01, 0x61]
        for byte in bytes.dropLast(4) { #expect(handshake.feed([byte]) == .needsMore) }
        #expect(handshake.feed(Array(bytes.suffix(4))) == .accepted(rest: [0x81, 0x01, 0x61]))
    }

    @Test(
        "whatever else is answered opens nothing",
        arguments: [
            ("503 Service Unavailable", ["Upgrade: websocket"], 503),
            ("101 Switching Protocols", ["Upgrade: websocket", "Connection: Upgrade"], 0),
            (
                "101 Switching Protocols",
                ["Upgrade: h2c", "Connection: Upgrade", "Sec-WebSocket-Accept: \(accept)"], 0
            ),
            (
                "101 Switching Protocols",
                ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Accept: AAAA"], 0
            ),
            (
                "101 Switching Protocols",
                [
                    "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Accept: \(accept)",
                    "Sec-WebSocket-Extensions: permessage-deflate",
                ], 0
            ),
        ])
    func refused(status: String, fields: [String], code: Int) throws {
        var handshake = try self.handshake()
        #expect(handshake.feed(answer(fields, status)) == .refused(status: code))
    }

    @Test("what is no HTTP, or has no end, is refused")
    func noise() throws {
        var handshake = try self.handshake()
        #expect(handshake.feed(Array("SSH-2.0-x\r\n\r\n".utf8)) == .refused(status: 0))
        var other = try self.handshake()
        #expect(other.feed([UInt8](repeating: 0x61, count: 70_000)) == .refused(status: 0))
    }

    @Test(
        "addresses are taken apart, and only encrypted or local ones are taken",
        arguments: [
            ("wss://gateway.discord.gg", "gateway.discord.gg", "/?v=10&encoding=json"),
            ("wss://a.b:444/path?v=9", "a.b:444", "/path?v=10&encoding=json"),
            ("ws://127.0.0.1:8080", "127.0.0.1:8080", "/?v=10&encoding=json"),
        ])
    func addresses(text: String, host: String, target: String) {
        let address = GatewayAddress(text)
        #expect(address?.host == host && address?.target == target)
    }

    @Test(
        "other addresses are none",
        arguments: [
            "", "wss://", "https://a.b", "ws://example.org", "wss://a b", "wss://a.b/\r\nX: y",
            "gateway.discord.gg",
        ])
    func noAddresses(text: String) { #expect(GatewayAddress(text) == nil) }
}
