import Testing

@testable import CurlHTTP

@Suite struct HTTPHeadersTests {
    @Test("names compare without regard to case, the first of a name is found")
    func lookup() {
        var headers: HTTPHeaders = ["Accept": "text/plain"]
        headers.add("ACCEPT", "text/html")
        #expect(headers["accept"] == "text/plain")
        #expect(headers["Accept-"] == nil)
        #expect(headers.fields.count == 2)
    }

    @Test(
        "a field that would break out of its line is found out",
        arguments: [
            ("X", "a\r\nEvil: 1", false), ("X", "a\nb", false), ("X", "a\0b", false),
            ("X\r\nEvil", "1", false), ("X: Evil", "1", false), ("", "1", false),
            ("X Y", "1", false),
            ("Nämë", "1", false), ("X", "", true), ("X", "a\tb c", true), ("X-Y", "späße 🎓", true),
        ])
    func wellFormed(_ name: String, _ value: String, _ isWellFormed: Bool) {
        #expect(HTTPHeaders([(name, value)]).areWellFormed == isWellFormed)
    }
}
