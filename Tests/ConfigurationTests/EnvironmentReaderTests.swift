import Testing

@testable import Configuration

@Suite struct EnvironmentReaderTests {
    @Test("the environment wins over bot.yaml")
    func wins() throws {
        let loaded = load(
            ["bot.yaml": "state: a\nlisten: 127.0.0.1:1\npacing: platform\nlog-format: text\n"],
            [
                "COHORTBOT_STATE": "/var/b", "COHORTBOT_LISTEN": "[::1]:0",
                "COHORTBOT_PACING": "off",
                "COHORTBOT_LOG_FORMAT": "json", "TELEGRAM_BOT_TOKEN": "1:a",
                "TELEGRAM_API_BASE": "http://127.0.0.1:8081/",
            ])
        let configuration = try #require(loaded.configuration)
        #expect(configuration.stateDirectory == "/var/b")
        #expect(configuration.listen == ListenAddress(host: "::1", port: 0))
        #expect(configuration.pacing == .off)
        #expect(configuration.logFormat == .json)
        #expect(configuration.telegram.first?.apiBase == "http://127.0.0.1:8081")
    }

    @Test(
        "a bad value is a fault that names the variable",
        arguments: [
            (
                "COHORTBOT_PACING", "offf",
                "unknown value \"offf\"; did you mean \"off\"? Known here: platform, off"
            ),
            ("COHORTBOT_LOG_FORMAT", "xml", "unknown value \"xml\". Known here: auto, text, json"),
            (
                "COHORTBOT_LISTEN", "example.org:80",
                "expected an address of this machine and a port, such as 127.0.0.1:8080 or [::1]:0; found \"example.org:80\""
            ),
            (
                "TELEGRAM_API_BASE", "http://example.org",
                "plain http would show the token to the network; write https://, or an address of this machine such as http://127.0.0.1:8081"
            ),
        ])
    func bad(variable: String, value: String, words: String) {
        let loaded = load(["bot.yaml": ""], [variable: value])
        #expect(loaded.faults.map(\.description) == ["\(variable): \(words)"])
    }
}
