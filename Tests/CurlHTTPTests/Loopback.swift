import Testing

@testable import CurlHTTP

/// Runs a test with a server of that script and a client, and takes both down again.
func withLoopback(
    _ script: @escaping @Sendable (Peer) -> Void, configuration: HTTPConfiguration = .direct,
    _ test: (LoopbackServer, HTTPClient) async throws -> Void,
) async throws {
    let server = LoopbackServer(script)
    let client = HTTPClient(configuration)
    do {
        try await test(server, client)
    } catch {
        await client.shutDown()
        server.stop()
        throw error
    }
    await client.shutDown()
    server.stop()
}

extension HTTPConfiguration {
    /// Deaf to the environment of whoever runs the tests.
    static let direct = HTTPConfiguration(proxy: .direct)
}

extension HTTPClient {
    /// The failure of a request that is expected to fail.
    func failure(of request: HTTPRequest) async throws -> HTTPFailure {
        try await #require(throws: HTTPFailure.self) { _ = try await self.answer(to: request) }
    }

    /// Sends with deadlines that no busy machine misses, unless the test set its own.
    func answer(to request: HTTPRequest) async throws -> HTTPResponse {
        var patient = request
        if request.deadlines == HTTPRequest.Deadlines() {
            let long = Duration.seconds(600)
            patient.deadlines = .init(connect: long, total: long, stall: long)
        }
        return try await send(patient)
    }
}

/// Answers every request on every connection.
@Sendable func answersOK(_ peer: Peer) {
    while peer.readRequest() != nil, peer.answer("ok") {}
}

/// Reads a request and never answers it.
@Sendable func neverAnswers(_ peer: Peer) {
    _ = peer.readRequest()
    peer.hang()
}

/// A signal from the server's threads to a test.
struct Signal: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream()
    }

    func give() { continuation.yield() }

    func wait() async {
        for await _ in stream { return }
    }
}
