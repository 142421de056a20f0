import Testing

@testable import Configuration

@Suite struct APIBaseTests {
    @Test(
        "https anywhere and http on this machine are accepted",
        arguments: [
            ("https://api.telegram.org", "https://api.telegram.org"),
            ("https://bots.example.org:8443/tg/", "https://bots.example.org:8443/tg"),
            ("http://127.0.0.1:8081", "http://127.0.0.1:8081"),
            ("http://127.8.9.1", "http://127.8.9.1"), ("http://[::1]:8081/", "http://[::1]:8081"),
            ("http://localhost:80/api/v10", "http://localhost:80/api/v10"),
        ])
    func accept(text: String, base: String) throws { #expect(try APIBase.read(text) == base) }

    @Test(
        "plain http to anywhere else would show the token",
        arguments: [
            "http://api.telegram.org", "http://127.0.0.1.example.org", "http://10.0.0.1:80",
            "http://127.0.0.1x", "http://localhost.example.org",
        ])
    func plain(text: String) {
        #expect(throws: APIBase.Fault.plainHTTP) { try APIBase.read(text) }
    }

    @Test(
        "what is no address is refused",
        arguments: [
            "", "https://", "ftp://x", "http://127.0.0.1@example.org", "https://a b", "https://x?y",
            "http://127.0.0.1:99999", "https://x\u{1B}[31m",
        ])
    func refuse(text: String) {
        #expect(throws: APIBase.Fault.notAnAddress) { try APIBase.read(text) }
    }
}
