package import CurlHTTP

/// Carries requests and connections to Discord: libcurl in the bot, a script in tests.
package protocol DiscordTransport: Sendable {
    /// - Throws: `HTTPFailure` or `CancellationError`.
    func call(_ request: HTTPRequest) async throws -> HTTPResponse

    /// - Throws: `HTTPFailure` or `CancellationError`.
    func connect(to url: HTTPURL) async throws -> any DiscordSocket
}

/// A connection that carries bytes as they are; see `Socket`.
package protocol DiscordSocket: Sendable {
    func read() async throws -> [UInt8]
    func write(_ bytes: [UInt8]) async throws
    func close()
}

extension Socket: DiscordSocket {}

extension HTTPClient: DiscordTransport {
    package func call(_ request: HTTPRequest) async throws -> HTTPResponse {
        try await send(request)
    }

    package func connect(to url: HTTPURL) async throws -> any DiscordSocket {
        try await socket(to: url)
    }
}
