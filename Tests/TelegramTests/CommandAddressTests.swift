import Testing

@testable import Telegram

@Suite struct CommandAddressTests {
    @Test(
        "the bot's own name goes, another bot's command is left to it",
        arguments: [
            ("/ping", "/ping"),
            ("/ping@Cohort_Bot", "/ping"),
            ("/ping@cohort_BOT now", "/ping now"),
            ("/start@Cohort_Bot join-ml_101", "/start join-ml_101"),
            ("/remind@Cohort_Bot\ntomorrow 😀", "/remind\ntomorrow 😀"),
            ("/ping@Other_Bot", nil),
            ("/ping@Other_Bot /ping@Cohort_Bot", nil),
            ("/ping@Cohort_Bot2", nil),
            ("hello @Other_Bot", "hello @Other_Bot"),
            ("say /ping@Other_Bot", "say /ping@Other_Bot"),
            ("/", "/"), ("/@Other_Bot", "/@Other_Bot"), ("/ping@", "/ping@"),
            ("/ping@😀", "/ping@😀"),
            ("/ping mail@example.org", "/ping mail@example.org"), ("", ""),
            ("/é@Other_Bot", "/é@Other_Bot"),
        ])
    func addresses(text: String, expected: String?) {
        #expect(CommandAddress.stripped(text, for: "Cohort_Bot") == expected)
    }
}
