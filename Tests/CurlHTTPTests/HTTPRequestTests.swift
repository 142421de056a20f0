import Testing

@testable import CurlHTTP

@Suite struct HTTPRequestTests {
    private static let secret = "7654321:AAsecret"

    private static func request() throws -> HTTPRequest {
        let url = try #require(
            HTTPURL("https://api.example/bot\(secret)/sendMessage?key=\(secret)"))
        return HTTPRequest(
            method: .post, url: url, headers: ["Authorization": secret], body: Array(secret.utf8))
    }

    @Test("no way of printing a request, its parts or an answer shows what is in them")
    func printing() throws {
        let request = try HTTPRequestTests.request()
        let response = HTTPResponse(
            status: 200, headers: request.headers, body: Array(HTTPRequestTests.secret.utf8))
        let values: [Any] = [request, request.url, request.headers, response, request.deadlines]
        let wrapped = values + [values, ["key": request], Optional(request) as Any]
        for value in wrapped {
            var dumped = ""
            dump(value, to: &dumped)
            for text in [dumped, "\(value)", String(describing: value), String(reflecting: value)] {
                #expect(!text.contains("7654321"))
                #expect(!text.contains("55, 54, 53"))
            }
        }
    }

    @Test("no way of printing a failed request's error shows what the request held")
    func printingErrors() async throws {
        let closes: @Sendable (Peer) -> Void = { _ = $0.read(64) }
        try await withLoopback(closes) { server, client in
            var requests: [HTTPRequest] = []
            for scheme in ["http", "https"] {
                let secret = HTTPRequestTests.secret
                let text = "\(scheme)://127.0.0.1:\(server.port)/bot\(secret)/sendMessage"
                let url = try #require(HTTPURL(text))
                requests.append(HTTPRequest(url: url, headers: ["Authorization": secret]))
                requests.append(HTTPRequest(url: url, headers: [secret: "a\r\nb"]))
            }
            for request in requests {
                let error = try await client.failure(of: request)
                var dumped = ""
                dump(error, to: &dumped)
                for text in [dumped, "\(error)", String(reflecting: error)] {
                    #expect(!text.contains("7654321"))
                }
            }
        }
    }

    @Test(
        "only what can be repeated without harm is repeated unasked",
        arguments: zip(HTTPRequest.Method.allCases, [true, false, true, false, true]))
    func repeating(_ method: HTTPRequest.Method, _ mayRepeat: Bool) throws {
        let url = try #require(HTTPURL("https://api.example/"))
        #expect(HTTPRequest(method: method, url: url).mayRepeat == mayRepeat)
        #expect(HTTPRequest(method: method, url: url, mayRepeat: !mayRepeat).mayRepeat != mayRepeat)
    }
}
