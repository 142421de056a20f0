import Configuration
import CurlHTTP

/// `cohortbot healthcheck`: asks the running bot's `/readyz`.
package struct HealthQuestion {
    private let setup: Setup

    package init(_ setup: Setup) { self.setup = setup }

    /// - Throws: `Failure` 1 with what is wrong.
    package func ask() async throws {
        let configuration = setup.loader().load().configuration
        let address = configuration?.listen ?? .standard
        // A bot that listens on every interface is asked on loopback.
        let host =
            address.host == "0.0.0.0" ? "127.0.0.1" : address.host == "::" ? "::1" : address.host
        let there = ListenAddress(host: host, port: address.port)
        guard let url = HTTPURL("http://\(there)/readyz") else {
            throw Failure.unhealthy("unhealthy: \(there) is not on this machine")
        }
        let http = HTTPClient(HTTPConfiguration(proxy: .direct))
        var request = HTTPRequest(url: url)
        request.deadlines.total = .seconds(3)
        let response: HTTPResponse
        do {
            response = try await http.send(request)
        } catch {
            throw Failure.unhealthy("unhealthy: nobody answers on \(there)")
        }
        await http.shutDown()
        let words = String(decoding: response.body, as: UTF8.self)
        guard response.status == 200 else { throw Failure.unhealthy("unhealthy: \(words)") }
        Terminal.standard.print("ready")
    }
}
