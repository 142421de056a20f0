import Chat
import Testing

@Suite("Platforms")
struct AccountTests {
    @Test(
        "name a service and perhaps one of its bots",
        arguments: [
            ("telegram", "telegram", nil), ("telegram-maths", "telegram", "maths"),
            ("console", "console", nil),
        ])
    func names(name: String, service: String, bot: String?) {
        let platform = Platform(rawValue: name)
        #expect(platform.service.rawValue == service)
        #expect(platform.bot == bot)
        if let bot { #expect(Platform(platform.service, bot: bot) == platform) }
    }
}
