/// One request, complete: what to send, how long to wait and how much to accept.
public struct HTTPRequest: Sendable {
    public enum Method: String, Sendable, Hashable, CaseIterable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"

        /// Whether sending it twice does what sending it once does (RFC 9110, 9.2.2).
        public var isIdempotent: Bool { self != .post && self != .patch }
    }

    /// How long each part of a request may take. A duration of zero or less means: at once too late.
    public struct Deadlines: Sendable, Hashable {
        /// From `send` to a connection that is ready for the request, waiting for a free one included.
        public var connect: Duration
        /// From `send` to the last byte of the answer.
        public var total: Duration
        /// The longest silence, no byte in either direction, once the request is under way.
        /// A long poll must set it above the server's own waiting time.
        public var stall: Duration

        public init(
            connect: Duration = .seconds(10), total: Duration = .seconds(60),
            stall: Duration = .seconds(30),
        ) {
            self.connect = connect
            self.total = total
            self.stall = stall
        }
    }

    public var method: Method
    public var url: HTTPURL
    public var headers: HTTPHeaders
    public var body: [UInt8]?
    public var deadlines: Deadlines
    /// The most bytes of body, after decompression, that are accepted.
    public var responseLimit: Int
    /// Whether the request may go out a second time when a kept connection closes under it without one
    /// byte of answer.
    ///
    /// libcurl would do so for every method. A message posted twice is a message read twice, so POST and
    /// PATCH fail with `closed(requestSent: true)` unless the caller knows better.
    public var mayRepeat: Bool

    public init(
        method: Method = .get, url: HTTPURL, headers: HTTPHeaders = [:], body: [UInt8]? = nil,
        deadlines: Deadlines = Deadlines(), responseLimit: Int = 8 << 20, mayRepeat: Bool? = nil,
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.deadlines = deadlines
        self.responseLimit = responseLimit
        self.mayRepeat = mayRepeat ?? method.isIdempotent
    }
}

extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(method.rawValue) (url)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
