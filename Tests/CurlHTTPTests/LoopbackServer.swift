import Glibc
import Testing

@testable import CurlHTTP

/// A server of raw sockets on 127.0.0.1 that does to each connection what its script says: also what no
/// well-behaved server would do.
final class LoopbackServer: Sendable {
    let port: UInt16
    private let listener: Int32
    private let state: Locked<State>

    struct State {
        var requests: [ReceivedRequest] = []
        var connections = 0
        var isStopped = false
        var open: Set<Int32> = []
    }

    /// Runs `script` on a thread of its own for every connection.
    init(_ script: @escaping @Sendable (Peer) -> Void) {
        let listener = LoopbackServer.listen(backlog: 1024)
        let state = Locked(State())
        self.listener = listener
        self.state = state
        port = LoopbackServer.port(of: listener)
        LoopThread {
            while true {
                let socket = accept(listener, nil, nil)
                guard socket >= 0 else { break }
                let isStopped = state.withLock { state in
                    state.connections += 1
                    state.open.insert(socket)
                    return state.isStopped
                }
                if isStopped { shutdown(socket, Int32(SHUT_RDWR)) }
                LoopThread {
                    script(
                        Peer(socket: socket) { request in
                            state.withLock { $0.requests.append(request) }
                        })
                    state.withLock { state in
                        state.open.remove(socket)
                        close(socket)
                    }
                }?.detach()
            }
            close(listener)
        }?.detach()
    }

    var requests: [ReceivedRequest] { state.withLock { $0.requests } }
    var connections: Int { state.withLock { $0.connections } }

    func url(_ path: String = "/") throws -> HTTPURL {
        try #require(HTTPURL("http://127.0.0.1:\(port)\(path)"))
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        state.withLock { state in
            state.isStopped = true
            for socket in state.open { shutdown(socket, Int32(SHUT_RDWR)) }
        }
    }

    static func listen(backlog: Int32) -> Int32 {
        let socket = bind()
        Glibc.listen(socket, backlog)
        return socket
    }

    /// A socket with a port of its own on which nobody listens.
    static func bind() -> Int32 {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = loopback(port: 0)
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                _ = Glibc.bind(socket, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return socket
    }

    static func loopback(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return address
    }

    static func port(of socket: Int32) -> UInt16 {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                _ = getsockname(socket, pointer, &size)
            }
        }
        return UInt16(bigEndian: address.sin_port)
    }
}

struct ReceivedRequest: Sendable {
    let line: String
    let headers: [String]
    let body: [UInt8]

    func header(_ name: String) -> String? {
        headers.first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
            .map { String($0.dropFirst(name.count + 1).drop { $0 == " " }) }
    }
}

/// The server's end of one connection.
struct Peer: Sendable {
    let socket: Int32
    let note: @Sendable (ReceivedRequest) -> Void

    /// Reads a whole request with its body; nil at the end of the connection.
    func readRequest() -> ReceivedRequest? {
        var head: [UInt8] = []
        while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            guard let byte = read(1).first else { return nil }
            head.append(byte)
        }
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n").map(String.init)
        let bare = ReceivedRequest(line: lines[0], headers: Array(lines.dropFirst()), body: [])
        let length = bare.header("content-length").flatMap { Int($0) } ?? 0
        var body: [UInt8] = []
        while body.count < length {
            let bytes = read(length - body.count)
            if bytes.isEmpty { return nil }
            body += bytes
        }
        let request = ReceivedRequest(line: bare.line, headers: bare.headers, body: body)
        note(request)
        return request
    }

    func read(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, recv(socket, buffer.baseAddress, count, 0))
        }
    }

    /// Whether all of it could be written.
    @discardableResult
    func send(_ bytes: some Collection<UInt8>) -> Bool {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(text.utf8) }

    @discardableResult
    func answer(_ body: String, status: String = "200 OK", headers: String = "") -> Bool {
        send("HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)")
    }

    /// Says nothing until the other side is gone.
    func hang() {
        while !read(4096).isEmpty {}
    }

    /// Makes the coming close a reset.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(
            socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    func pause(milliseconds: UInt32) {
        usleep(milliseconds * 1000)
    }
}

/// A port that never finishes a handshake: its queue of unaccepted connections is full.
final class FullPort: Sendable {
    let port: UInt16
    private let sockets: [Int32]

    init() {
        let listener = LoopbackServer.listen(backlog: 0)
        port = LoopbackServer.port(of: listener)
        var address = LoopbackServer.loopback(port: port)
        var sockets = [listener]
        for _ in 0..<8 {
            let filler = socket(
                AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
            withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                    _ = connect(filler, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            sockets.append(filler)
        }
        self.sockets = sockets
    }

    deinit {
        for socket in sockets { close(socket) }
    }
}
