/// A connection that carries bytes as they are: made, encrypted and proxied like a request's, then the caller's own.
///
/// ```swift
/// let socket = try await http.socket(to: url)
/// try await socket.write(Array("GET / HTTP/1.1\r\n…".utf8))
/// let bytes = try await socket.read()
/// socket.close()
/// ```
/// One task may read while another writes. A socket that is let go closes by itself.
public final class Socket: Sendable {
    /// How long connecting and writing may take; reading waits for ever, because only the caller knows the rhythm.
    public struct Deadlines: Sendable, Hashable {
        /// From `socket` to a connection that is ready.
        public var connect: Duration
        /// The longest time in which the other side takes not one byte of what is being written.
        public var write: Duration

        public init(connect: Duration = .seconds(10), write: Duration = .seconds(30)) {
            self.connect = connect
            self.write = write
        }
    }

    private let id: UInt64
    private let client: HTTPClient

    init(_ id: UInt64, of client: HTTPClient) {
        self.id = id
        self.client = client
    }

    deinit { close() }

    /// The next bytes, at least one; none at the end of what the other side sends.
    ///
    /// Nothing is read ahead, so a slow reader slows the other side down. A cancelled read loses no byte.
    /// - Throws: `HTTPFailure`, or `CancellationError`.
    public func read() async throws -> [UInt8] {
        try await client.outcome { .read(self.id, $0, $1) }
    }

    /// Returns when the kernel has taken every byte.
    ///
    /// A write that fails or is cancelled may be half out: the connection is closed then.
    /// - Throws: `HTTPFailure`, or `CancellationError`.
    public func write(_ bytes: [UInt8]) async throws {
        _ = try await client.outcome { .write(self.id, $0, bytes, $1) }
    }

    /// Ends the connection at once; what waits for it fails with `closed`.
    public func close() { client.put(.close(id)) }
}

extension HTTPClient {
    /// Connects to the URL's host as a request would, with its TLS and proxy, but over HTTP/1.1 alone: an upgrade to
    /// another protocol is not possible over HTTP/2.
    /// - Throws: `HTTPFailure`, or `CancellationError`.
    public func socket(
        to url: HTTPURL, deadlines: Socket.Deadlines = .init()
    ) async throws -> Socket {
        let id = nextID()
        // Made before it is connected: a cancellation in between leaves no connection without an owner.
        let socket = Socket(id, of: self)
        _ = try await self.outcome { .connect(id, $0, url, deadlines, $1) }
        return socket
    }
}
