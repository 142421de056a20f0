/// What the other side of a WebSocket said, put together from its frames.
enum WebSocketMessage: Hashable, Sendable {
    case text([UInt8])
    case binary([UInt8])
    case ping([UInt8])
    case pong([UInt8])
    /// The other side closes; the code is nil where it gave none.
    case close(code: UInt16?)
}

/// Why bytes are no WebSocket, and the code with which the connection is closed (RFC 6455, 7.4.1).
enum WebSocketFault: UInt16, Error, Hashable, Sendable {
    case protocolError = 1002
    case invalidText = 1007
    case tooLarge = 1009
}

/// What a frame is (RFC 6455, 5.2).
enum WebSocketOpcode: UInt8, Sendable {
    case continuation = 0
    case text = 1
    case binary = 2
    case close = 8
    case ping = 9
    case pong = 10

    var isControl: Bool { rawValue >= 8 }
}
