import Testing

@testable import CurlHTTP

@Suite struct HTTPResponseTests {
    @Test("headers are found whatever their case and blanks")
    func headers() {
        let lines = "Retry-After:  7 \r\nX-Empty:\r\nno colon\r\nretry-after: 9\r\nA:b:c\r\n"
        let response = HTTPResponse(status: 429, headerLines: Array(lines.utf8), body: [])
        #expect(response.header("retry-after") == "7")
        #expect(response.header("x-empty") == "")
        #expect(response.header("a") == "b:c")
        #expect(response.header("no colon") == nil)
        #expect(
            response.headers.fields.map(\.name) == ["Retry-After", "X-Empty", "retry-after", "A"])
    }

    @Test("one made by hand reads like one received")
    func madeByHand() {
        let response = HTTPResponse(status: 200, headers: ["Content-Type": "text/plain"], body: [1])
        #expect(response.header("content-type") == "text/plain")
        #expect(response.body == [1])
    }
}
