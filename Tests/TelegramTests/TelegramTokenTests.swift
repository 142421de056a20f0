import Testing

@testable import Telegram

@Suite struct TelegramTokenTests {
    @Test(
        "accepts digits, a colon, and letters, digits, _ and -; nothing stricter",
        arguments: [
            ("4242:AAbb_-01", true), ("1:a", true), ("", false), ("4242", false), (":abc", false),
            ("4242:", false), ("42a:abc", false), ("4242:ab cd", false), ("4242:a/b", false),
            ("4242:ab:cd", false), ("4242:é", false), ("4242:ab\n", false),
        ])
    func shape(text: String, isToken: Bool) {
        #expect((TelegramToken(text) != nil) == isToken)
    }

    @Test("has no textual form but its end")
    func secrecy() throws {
        let token = try #require(TelegramToken("4242:SecretSecret"))
        var dumped = ""
        dump(token, to: &dumped)
        dump(TelegramSettings(token: token), to: &dumped)
        let shown = "\(token) \(String(reflecting: token)) \(String(describing: [token])) \(dumped)"
        #expect(!shown.contains("Secret"))
        #expect(token.end == "cret")
    }
}
