package import FoundationEssentials

/// What a client asked for: the few parts of an HTTP request that a route decides on.
package struct WebRequest: Hashable, Sendable {
    package var path: String
    package var query: [String: String]
    package var body: Data

    package init(path: String, query: [String: String] = [:], body: Data = Data()) {
        self.path = path
        self.query = query
        self.body = body
    }
}

/// What a route answers.
package struct WebResponse: Hashable, Sendable {
    package var status: Int
    package var contentType: String
    package var body: Data

    package init(status: Int = 200, contentType: String, body: Data) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    package static func text(_ text: String, status: Int = 200) -> WebResponse {
        WebResponse(
            status: status, contentType: "text/plain; charset=utf-8", body: Data(text.utf8))
    }
}

/// One address of the server and what answers there.
package struct WebRoute: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    package let method: Method
    package let path: String
    package let answer: @Sendable (WebRequest) async -> WebResponse

    package init(
        _ method: Method = .get, _ path: String,
        answer: @escaping @Sendable (WebRequest) async -> WebResponse
    ) {
        self.method = method
        self.path = path
        self.answer = answer
    }
}
