import Testing

@testable import Telegram

@Suite struct DeepLinkTests {
    @Test("a link carries its payload to the bot")
    func link() {
        #expect(
            DeepLink(to: "Cohort_Bot", payload: "join-ml_101")?.url
                == "https://t.me/Cohort_Bot?start=join-ml_101")
    }

    @Test(
        "what Telegram would not carry is no link",
        arguments: [
            ("Cohort_Bot", ""), ("Cohort_Bot", String(repeating: "a", count: 65)),
            ("Cohort_Bot", "a b"), ("Cohort_Bot", "a&b=1"), ("Cohort_Bot", "é"), ("", "a"),
            ("evil/x", "a"),
        ])
    func none(username: String, payload: String) {
        #expect(DeepLink(to: username, payload: payload) == nil)
    }
}
