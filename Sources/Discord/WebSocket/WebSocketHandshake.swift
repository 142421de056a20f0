/// How an HTTP/1.1 connection becomes a WebSocket (RFC 6455, 4).
struct WebSocketHandshake: Sendable {
    enum Outcome: Hashable, Sendable {
        case needsMore
        /// The rest is the first bytes of the WebSocket.
        case accepted(rest: [UInt8])
        /// An answer of this status, or 0 for none that can be read.
        case refused(status: Int)
    }

    private static let longestHead = 64 << 10

    let request: [UInt8]
    private let expected: String
    private var head: [UInt8] = []

    /// `nonce` is 16 bytes of chance, new for every connection.
    init(to address: GatewayAddress, userAgent: String, nonce: [UInt8]) {
        let key = Base64.text(nonce)
        request = Array(
            """
            GET \(address.target) HTTP/1.1\r
            Host: \(address.host)\r
            User-Agent: \(userAgent)\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: \(key)\r
            Sec-WebSocket-Version: 13\r
            \r

            """.utf8)
        expected = Base64.text(
            SHA1.hash(Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8)))
    }

    /// Takes in what the server answered so far.
    mutating func feed(_ bytes: [UInt8]) -> Outcome {
        head += bytes
        let blank = Array("\r\n\r\n".utf8)
        let end = head.indices.dropLast(3).first { head[$0..<$0 + 4].elementsEqual(blank) }
        guard let end else {
            return head.count > Self.longestHead ? .refused(status: 0) : .needsMore
        }
        let lines = String(decoding: head[..<end], as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let status = Int(words[1]) else {
            return .refused(status: 0)
        }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...]
            fields[line[..<colon].lowercased()] = String(value.drop { $0 == " " || $0 == "\t" })
        }
        guard status == 101, fields["upgrade"]?.lowercased() == "websocket",
            fields["connection"]?.lowercased().contains("upgrade") == true,
            fields["sec-websocket-accept"] == expected,
            // Nothing of the kind was asked for, so nobody here could read it.
            fields["sec-websocket-extensions"] == nil, fields["sec-websocket-protocol"] == nil
        else { return .refused(status: status == 101 ? 0 : status) }
        return .accepted(rest: Array(head[(end + 4)...]))
    }
}
