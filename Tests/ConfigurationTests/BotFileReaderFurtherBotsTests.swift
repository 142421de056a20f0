import Chat
import Testing

@testable import Configuration

@Suite("Several bots on one service")
struct BotFileReaderFurtherBotsTests {
    private static let token = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
    private static let other = "987654321:BBEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"

    private func bots(_ lines: String) -> String {
        "platforms:\n  telegram:\n    more:\n" + lines
    }

    private func room(_ address: String) -> String {
        "name: ML\ncourse: ML\nzone: UTC\nrooms: [\"\(address)\"]\n"
    }

    @Test("each has its own token; the variables name the first one's alone")
    func several() throws {
        let loaded = load(
            ["bot.yaml": bots("      - { name: maths, token: { env: MATHS } }\n")],
            ["TELEGRAM_BOT_TOKEN": Self.token, "MATHS": Self.other])
        let telegram = try #require(loaded.configuration?.telegram)
        #expect(telegram.map(\.platform.rawValue) == ["telegram", "telegram-maths"])
        #expect(telegram.map(\.token.value) == [Self.token, Self.other])
    }

    @Test("one without its variable stays off, and the others run")
    func off() throws {
        let loaded = load(
            ["bot.yaml": bots("      - { name: maths, token: { env: MATHS } }\n")],
            ["TELEGRAM_BOT_TOKEN": Self.token])
        #expect(loaded.configuration?.telegram.count == 1)
        #expect(loaded.warnings.count == 1)
    }

    @Test(
        "faults say where and what to write",
        arguments: [
            ("      - { name: Maths!, token: { env: MATHS } }\n", "a bot's name here is"),
            ("      - { name: maths }\n", "\"token\" is missing"),
            (
                "      - { name: a, token: { env: MATHS } }\n      - { name: a, token: { env: X } }\n",
                "two bots are called \"a\""
            ),
            (
                "      - { name: a, token: { env: MATHS } }\n      - { name: b, token: { env: MATHS } }\n",
                "is the token from"
            ),
        ])
    func faults(lines: String, words: String) {
        let loaded = load(["bot.yaml": bots(lines)], ["MATHS": Self.other])
        #expect(loaded.faults.count == 1)
        #expect(loaded.faults.first?.words.contains(words) == true)
    }

    @Test("a cohort's room names a bot that is there")
    func rooms() {
        let yaml = bots("      - { name: maths, token: { env: MATHS } }\n")
        let environment = ["MATHS": Self.other]
        let known = load(
            ["bot.yaml": yaml, "cohorts/ml.yaml": room("telegram-maths:-1001")], environment)
        #expect(known.faults.isEmpty)
        let unknown = load(
            ["bot.yaml": yaml, "cohorts/ml.yaml": room("telegram-math:-1001")], environment)
        #expect(unknown.faults.map(\.words).first?.contains("maths") == true)
    }
}
