package import CurlHTTP

/// Carries one request to Telegram and brings the answer: libcurl in the bot, a script in tests.
package protocol TelegramTransport: Sendable {
    /// - Throws: `HTTPFailure` or `CancellationError`.
    func call(_ request: HTTPRequest) async throws -> HTTPResponse
}

extension HTTPClient: TelegramTransport {
    package func call(_ request: HTTPRequest) async throws -> HTTPResponse {
        try await send(request)
    }
}
