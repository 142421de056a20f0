import Testing

@testable import CurlHTTP

@Suite struct HTTPURLTests {
    @Test(
        "https goes anywhere, http to this machine only",
        arguments: [
            "https://api.telegram.org/bot1:a/getMe", "https://192.0.2.1:8443/x?y=z",
            "HTTPS://EXAMPLE.ORG", "http://127.0.0.1:8081", "http://127.8.9.10/",
            "http://localhost:1/", "http://LOCALHOST/", "http://[::1]:8081/bot/x", "http://127.1/",
        ])
    func accepted(_ text: String) {
        #expect(HTTPURL(text) != nil)
    }

    @Test(
        "everything else is refused",
        arguments: [
            "", "api.telegram.org", "/bot/getMe", "http://example.org/", "http://192.0.2.1/",
            "http://127.0.0.1.example.org/", "http://127.0.0.1@example.org/", "http://128.0.0.1/",
            "https://name:word@example.org/", "file:///etc/passwd", "ftp://127.0.0.1/",
            "https://example.org/a b", "https://example.org/\r\nHost: other",
            "https://ex\0ample.org",
            "https://münchen.example/", "https://", "http://[::2]/", "http://[::ffff:127.0.0.1]/",
            "http://localhost.example.org/", "https:/example.org\u{7f}",
        ])
    func refused(_ text: String) {
        #expect(HTTPURL(text) == nil)
    }

    @Test("loopback is known under all its names")
    func loopback() throws {
        #expect(try #require(HTTPURL("https://localhost/")).isLoopback)
        #expect(try #require(HTTPURL("http://[::1]/")).isLoopback)
        #expect(try !#require(HTTPURL("https://example.org/")).isLoopback)
    }

    @Test(
        "an origin is scheme, host and port, however they are written",
        arguments: [
            ("https://a.example/x?y", true), ("https://A.EXAMPLE:443/", true),
            ("https://a.example:8443/", false), ("https://b.a.example/", false),
            ("https://a.example.org/", false), ("https://localhost/", false),
        ])
    func origins(text: String, isSame: Bool) throws {
        let known = try #require(HTTPURL("https://a.example"))
        #expect(try #require(HTTPURL(text)).isSameOrigin(as: known) == isSame)
        let (plain, other) = (HTTPURL("http://127.0.0.1:80/a"), HTTPURL("http://127.0.0.1/"))
        #expect(try #require(plain).isSameOrigin(as: try #require(other)))
    }
}
