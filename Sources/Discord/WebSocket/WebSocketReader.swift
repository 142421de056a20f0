/// Turns the bytes that a WebSocket server sends into messages: a value, fed in pieces of any size.
///
/// It takes nothing on trust: what RFC 6455 forbids a server is a fault, text is checked for UTF-8 as it comes in, and a
/// message beyond `longest` is refused at the frame that announces it.
struct WebSocketReader: Sendable {
    private let longest: Int
    private var buffer: [UInt8] = []
    /// How many of the buffer's bytes are done with.
    private var start = 0
    /// The message whose first fragments have come.
    private var message: [UInt8] = []
    private var kind: WebSocketOpcode?
    private var text = UTF8Check()
    private var isClosed = false

    init(longest: Int) { self.longest = longest }

    /// Takes in what was read.
    mutating func feed(_ bytes: [UInt8]) {
        if start == buffer.count {
            buffer = bytes
            start = 0
        } else {
            if start > 1 << 16 {
                buffer.removeFirst(start)
                start = 0
            }
            buffer += bytes
        }
    }

    /// The next whole message; nil until more bytes have come. After a close nothing comes.
    mutating func next() throws(WebSocketFault) -> WebSocketMessage? {
        while !isClosed, let header = try header() {
            let end = header.start + header.length
            guard buffer.count >= end else { return nil }
            let payload = buffer[header.start..<end]
            start = end
            if header.opcode.isControl { return try control(header.opcode, payload) }
            if let whole = try append(payload, header) { return whole }
        }
        return nil
    }

    private struct Header {
        let opcode: WebSocketOpcode
        let isFinal: Bool
        let start: Int
        let length: Int
    }

    /// Nil until the whole header is there.
    private func header() throws(WebSocketFault) -> Header? {
        guard buffer.count - start >= 2 else { return nil }
        let (first, second) = (buffer[start], buffer[start + 1])
        // No extension was negotiated, so no reserved bit means anything; a server never masks.
        guard first & 0x70 == 0, second & 0x80 == 0,
            let opcode = WebSocketOpcode(rawValue: first & 0x0F)
        else { throw .protocolError }
        let isFinal = first & 0x80 != 0
        var (length, at) = (Int(second), start + 2)
        if length > 125 {
            guard !opcode.isControl else { throw .protocolError }
            let size = length == 126 ? 2 : 8
            guard buffer.count - at >= size else { return nil }
            let long = buffer[at..<at + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            // The shortest form is required, and the highest bit is reserved.
            guard long > (size == 2 ? 125 : 0xFFFF), long <= UInt64(Int.max) else {
                throw .protocolError
            }
            (length, at) = (Int(long), at + size)
        }
        if opcode.isControl {
            guard isFinal else { throw .protocolError }
        } else {
            guard (opcode == .continuation) == (kind != nil) else { throw .protocolError }
            guard length <= longest - message.count else { throw .tooLarge }
        }
        return Header(opcode: opcode, isFinal: isFinal, start: at, length: length)
    }

    private mutating func append(
        _ payload: ArraySlice<UInt8>, _ header: Header
    ) throws(WebSocketFault) -> WebSocketMessage? {
        let kind = kind ?? header.opcode
        if kind == .text {
            text.feed(payload)
            guard text.isValidSoFar, !header.isFinal || text.isComplete else { throw .invalidText }
        }
        message += payload
        guard header.isFinal else {
            self.kind = kind
            return nil
        }
        defer { (message, self.kind, text) = ([], nil, UTF8Check()) }
        return kind == .text ? .text(message) : .binary(message)
    }

    private mutating func control(
        _ opcode: WebSocketOpcode, _ payload: ArraySlice<UInt8>
    ) throws(WebSocketFault) -> WebSocketMessage {
        let bytes = Array(payload)
        switch opcode {
        case .ping: return .ping(bytes)
        case .pong: return .pong(bytes)
        default:
            isClosed = true
            guard !bytes.isEmpty else { return .close(code: nil) }
            guard bytes.count >= 2 else { throw .protocolError }
            let code = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
            // 1004 to 1006 and 1015 never travel; below 1000 nothing is defined.
            guard
                (1000...1003).contains(code) || (1007...1014).contains(code)
                    || (3000...4999).contains(code)
            else { throw .protocolError }
            var reason = UTF8Check()
            reason.feed(bytes[2...])
            guard reason.isValidSoFar, reason.isComplete else { throw .invalidText }
            return .close(code: code)
        }
    }
}
