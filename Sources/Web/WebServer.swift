import FlyingFox
import FlyingSocks
import Foundation
import Glibc

/// The one HTTP listener of the process: the routes it was given, on exactly the address it was given.
///
/// FlyingFox's own port initialiser would listen on every interface; health and metrics belong on loopback unless
/// the operator says otherwise.
package struct WebServer: Sendable {
    private let host: String
    private let port: UInt16
    private let server: HTTPServer
    private let routes: [WebRoute]
    private let limits: WebLimits

    /// Port 0 lets the system choose; `boundPort` then tells which. The clock times idle connections.
    ///
    /// - Throws: `WebError.notAnAddress` unless the host is an IPv4 or IPv6 address in numbers, or `localhost` for
    ///   127.0.0.1.
    package init(
        host: String, port: UInt16, routes: [WebRoute], limits: WebLimits = WebLimits(),
        clock: any Clock<Duration>
    ) throws(WebError) {
        self.host = host
        self.port = port
        self.routes = routes
        self.limits = limits
        let pool = GuardedPool(
            base: HTTPServer.defaultPool(), idle: limits.idle, connections: limits.connections,
            clock: clock)
        server = HTTPServer(
            config: try Self.configuration(host: host, port: port, limits: limits, pool: pool))
    }

    /// The port in use; waits until the server listens.
    package var boundPort: UInt16 {
        get async throws {
            // Longer than a machine needs that is busy with other work.
            try await server.waitUntilListening(timeout: 60)
            switch await server.listeningAddress {
            case .ip4(_, let port), .ip6(_, let port): return port
            case .unix, nil: throw WebError.cannotListen(host: host, port: port, reason: "closed")
            }
        }
    }

    /// Serves until cancelled.
    /// - Throws: `WebError.cannotListen` where the address is taken, not ours or not permitted.
    package func run() async throws {
        for route in routes {
            await server.appendRoute(
                HTTPRoute(method: HTTPMethod(route.method.rawValue), path: route.path)
            ) { [limits] in try await Self.answer($0, by: route, limits) }
        }
        do {
            try await server.run()
        } catch {
            if Task.isCancelled || error is CancellationError { return }
            throw WebError.cannotListen(host: host, port: port, reason: Self.reason(of: error))
        }
    }

    private static func answer(
        _ request: HTTPRequest, by route: WebRoute, _ limits: WebLimits
    ) async throws -> HTTPResponse {
        var body = Data()
        for try await part in request.bodySequence {
            guard body.count + part.count <= limits.body else {
                let headers: HTTPHeaders = [.connection: "close"]
                return HTTPResponse(statusCode: .payloadTooLarge, headers: headers)
            }
            body.append(part)
        }
        let query = Dictionary(request.query.map { ($0.name, $0.value) }) { first, _ in first }
        let answer = await route.answer(WebRequest(path: request.path, query: query, body: body))
        let headers: HTTPHeaders = [
            .contentType: answer.contentType,
            HTTPHeader("Cache-Control"): "no-store",
            HTTPHeader("X-Content-Type-Options"): "nosniff",
        ]
        return HTTPResponse(
            statusCode: HTTPStatusCode(answer.status, phrase: ""), headers: headers,
            body: answer.body)
    }

    private static func configuration(
        host: String, port: UInt16, limits: WebLimits, pool: some AsyncSocketPool
    ) throws(WebError) -> HTTPServer.Configuration {
        func make(_ address: some SocketAddress) -> HTTPServer.Configuration {
            HTTPServer.Configuration(
                address: address, timeout: limits.answerSeconds,
                sharedRequestReplaySize: limits.body, pool: pool, logger: .disabled)
        }
        let name = host == "localhost" ? "127.0.0.1" : host
        if let address = try? sockaddr_in.inet(ip4: name, port: port) { return make(address) }
        if let address = try? sockaddr_in6.inet6(ip6: name, port: port) { return make(address) }
        throw WebError.notAnAddress(host)
    }

    private static func reason(of error: any Error) -> String {
        if case .failed(_, let number, _)? = error as? SocketError {
            return String(cString: strerror(number))
        }
        return "the listener failed"
    }
}

/// Why the server does not serve.
package enum WebError: Error, Hashable {
    /// Neither an IPv4 nor an IPv6 address in numbers.
    case notAnAddress(String)
    case cannotListen(host: String, port: UInt16, reason: String)
}
