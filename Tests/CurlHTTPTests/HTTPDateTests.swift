import Testing

@testable import CurlHTTP

@Suite struct HTTPDateTests {
    @Test(
        "the example of RFC 9110, leap days and the first second are read",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199),
            ("Sat, 28 Nov 2026 03:00:00 GMT", 1_795_834_800),
        ])
    func read(text: String, seconds: Int) {
        #expect(HTTPResponse(status: 200, headers: ["date": text]).sentAt == seconds)
    }

    @Test(
        "anything else is none",
        arguments: [
            "", "yesterday", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 CET",
            "Sun, 99 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT",
        ])
    func unread(text: String) {
        #expect(HTTPResponse(status: 200, headers: ["Date": text]).sentAt == nil)
    }

    @Test("an answer without a date has none")
    func none() { #expect(HTTPResponse(status: 200).sentAt == nil) }
}
