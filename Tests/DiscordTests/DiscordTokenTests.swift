import Testing

@testable import Discord

@Suite struct DiscordTokenTests {
    @Test("tokens are three parts between dots", arguments: ["MTA.Gx-1_a.secret", "a.b.c"])
    func accepted(text: String) { #expect(DiscordToken(text)?.bare == text) }

    @Test(
        "anything else is none",
        arguments: ["", "a.b", "a..c", "a.b.c.d", "a b.c.d", "Bot a.b.c", "a.b.c\n"])
    func refused(text: String) { #expect(DiscordToken(text) == nil) }

    @Test("a token cannot be shown")
    func secrecy() throws {
        let token = try #require(DiscordToken("MTA.Gx.verysecret"))
        var dumped = ""
        dump(token, to: &dumped)
        for text in ["\(token)", String(reflecting: token), dumped] {
            #expect(!text.contains("secret"))
        }
        #expect(token.end == "cret")
    }
}
