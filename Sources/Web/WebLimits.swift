/// What one client may cost the server.
package struct WebLimits: Hashable, Sendable {
    /// Bytes of a request's body; a longer one is answered with 413 and not kept.
    package var body: Int
    /// Seconds a route may take before the client gets a 500.
    package var answerSeconds: Double
    /// How long a connection may stay silent before it is closed.
    package var idle: Duration
    /// Connections that may wait for a request at the same time; further ones are closed at once.
    package var connections: Int

    package init(
        body: Int = 64 * 1024, answerSeconds: Double = 5, idle: Duration = .seconds(15),
        connections: Int = 64
    ) {
        self.body = body
        self.answerSeconds = answerSeconds
        self.idle = idle
        self.connections = connections
    }
}
