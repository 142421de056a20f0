import CurlHTTP

/// One open WebSocket: reads whole messages, answers pings by itself, sends text.
struct WebSocketConnection: Sendable {
    /// Why there is no connection.
    enum Failure: Error, Hashable, Sendable {
        case unreachable(HTTPFailure)
        case refused(status: Int)
    }

    /// What a large server's first event may measure.
    private static let longest = 64 << 20

    private let socket: any DiscordSocket
    private let chance: @Sendable () -> UInt32
    /// What came with the handshake's answer.
    private let first: [UInt8]

    /// - Throws: `Failure`, or `CancellationError`.
    static func open(
        _ address: GatewayAddress, over transport: any DiscordTransport,
        chance: @escaping @Sendable () -> UInt32
    ) async throws -> WebSocketConnection {
        guard let url = address.http else { throw Failure.refused(status: 0) }
        do {
            let socket = try await transport.connect(to: url)
            let nonce = (0..<4).flatMap { _ in
                let word = chance()
                return (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
            }
            var handshake = WebSocketHandshake(
                to: address, userAgent: DiscordAPI.userAgent, nonce: nonce)
            try await socket.write(handshake.request)
            while true {
                let bytes = try await socket.read()
                guard !bytes.isEmpty else { throw Failure.refused(status: 0) }
                switch handshake.feed(bytes) {
                case .needsMore: continue
                case .refused(let status): throw Failure.refused(status: status)
                case .accepted(let rest):
                    return WebSocketConnection(socket: socket, chance: chance, first: rest)
                }
            }
        } catch let failure as HTTPFailure {
            throw Failure.unreachable(failure)
        }
    }

    /// Hands over each text until the connection ends.
    /// - Returns: the code with which the other side closed, or of what it did wrong; nil where it just went.
    func listen(_ receive: (_ text: [UInt8]) -> Void) async -> UInt16? {
        var reader = WebSocketReader(longest: Self.longest)
        reader.feed(first)
        do {
            while true {
                while let message = try reader.next() {
                    switch message {
                    case .text(let bytes): receive(bytes)
                    case .ping(let bytes):
                        try await socket.write(
                            WebSocketFrame.bytes(.pong, bytes, mask: chance()))
                    case .pong: break
                    case .binary: throw WebSocketFault.protocolError
                    case .close(let code):
                        try? await socket.write(
                            WebSocketFrame.close(code ?? 1000, mask: chance()))
                        socket.close()
                        return code ?? 1005
                    }
                }
                let bytes = try await socket.read()
                guard !bytes.isEmpty else { break }
                reader.feed(bytes)
            }
        } catch let fault as WebSocketFault {
            try? await socket.write(WebSocketFrame.close(fault.rawValue, mask: chance()))
        } catch {
            // The connection is gone, or the bot is to stop.
        }
        socket.close()
        return nil
    }

    func send(_ text: [UInt8]) async throws {
        try await socket.write(WebSocketFrame.bytes(.text, text, mask: chance()))
    }

    /// Goes without a word.
    func drop() { socket.close() }

    /// Says why, and goes without waiting for the other side's goodbye.
    func close(_ code: UInt16) async {
        try? await socket.write(WebSocketFrame.close(code, mask: chance()))
        socket.close()
    }
}
