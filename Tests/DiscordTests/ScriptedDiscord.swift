import CurlHTTP

@testable import Discord

/// A Discord without a gateway that answers each request as the test wrote down, and then with nothing.
actor ScriptedDiscord: DiscordTransport {
    private(set) var asked: [HTTPURL?] = []
    private var answers: [(status: Int, body: String)]

    init(_ answers: [(status: Int, body: String)] = []) { self.answers = answers }

    func call(_ request: HTTPRequest) async throws -> HTTPResponse {
        asked.append(request.url)
        let (status, body) = answers.isEmpty ? (204, "") : answers.removeFirst()
        return HTTPResponse(status: status, headers: ["Via": "fake"], body: Array(body.utf8))
    }

    func connect(to url: HTTPURL) async throws -> any DiscordSocket {
        throw CancellationError()
    }
}
