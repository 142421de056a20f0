import Testing

@testable import Configuration

@Suite struct TokenSourceTests {
    private static let token = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
    private static let other = "987654321:BBEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"

    private func bot(_ token: String) -> String { "platforms:\n  telegram:\n    token: \(token)\n" }

    @Test("the environment wins over the file, and the origin is named")
    func precedence() throws {
        let loaded = load(
            ["bot.yaml": bot("{ env: MY_TOKEN }")],
            ["TELEGRAM_BOT_TOKEN": Self.token, "MY_TOKEN": Self.other])
        let telegram = try #require(loaded.configuration?.telegram.first)
        #expect(telegram.token.value == Self.token)
        #expect(telegram.tokenOrigin == "TELEGRAM_BOT_TOKEN")
        #expect(telegram.apiBase == "https://api.telegram.org")
    }

    @Test("a token comes from a variable that bot.yaml names")
    func variable() throws {
        let loaded = load(["bot.yaml": bot("{ env: MY_TOKEN }")], ["MY_TOKEN": Self.other])
        let telegram = try #require(loaded.configuration?.telegram.first)
        #expect(telegram.token.value == Self.other)
        #expect(telegram.tokenOrigin == "MY_TOKEN (bot-config/bot.yaml:3:19)")
    }

    @Test(
        "a token comes from a file, without the line's end; a relative path is counted from bot-config"
    )
    func file() throws {
        let loaded = load(["bot.yaml": bot("{ file: token }"), "token": Self.token + "\r\n"])
        let telegram = try #require(loaded.configuration?.telegram.first)
        #expect(telegram.token.value == Self.token)
        #expect(telegram.tokenOrigin == "bot-config/token (bot-config/bot.yaml:3:20)")
    }

    @Test("TELEGRAM_BOT_TOKEN_FILE names a file")
    func fileVariable() throws {
        let loaded = load(
            ["bot.yaml": "", "/tmp/t": Self.token], ["TELEGRAM_BOT_TOKEN_FILE": "/tmp/t"])
        #expect(
            loaded.configuration?.telegram.first?.tokenOrigin == "/tmp/t (TELEGRAM_BOT_TOKEN_FILE)")
    }

    @Test("a variable that is not set leaves the platform off, with a warning")
    func unset() {
        let loaded = load(["bot.yaml": bot("{ env: MY_TOKEN }")], ["TELEGRAM_BOT_TOKEN": " "])
        #expect(loaded.configuration != nil && loaded.configuration?.telegram.isEmpty == true)
        #expect(
            loaded.warnings.map(\.description) == [
                "bot-config/bot.yaml:3:19: the variable MY_TOKEN is not set, so this platform stays off"
            ])
    }

    @Test("a token inside bot.yaml is a fault that does not repeat it")
    func inline() {
        let loaded = load(["bot.yaml": bot(Self.token)])
        #expect(loaded.configuration == nil)
        #expect(loaded.faults.count == 1)
        #expect(
            loaded.faults[0].description.hasPrefix("bot-config/bot.yaml:3:12: a token never stands")
        )
        #expect(!"\(loaded)".contains("AAEh"))
    }

    @Test(
        "what has not the shape of a token is never sent, and never shown",
        arguments: [
            "123456789", "AAE:123456789hunter2", "123:AAE hunter2", "123:AAE:hunter2",
            "12\u{7}3:hunter2",
        ])
    func shape(token: String) {
        let loaded = load(["bot.yaml": ""], ["TELEGRAM_BOT_TOKEN": token])
        #expect(loaded.faults.count == 1)
        #expect(
            loaded.faults[0].description.hasPrefix(
                "TELEGRAM_BOT_TOKEN: this is no token; a Telegram token is"))
        #expect(!"\(loaded)".contains("hunter2"))
    }

    @Test("a file that is missing or empty is a fault that names it")
    func missing() {
        let faults = load(["bot.yaml": bot("{ file: /x/t }")]).faults.map(\.description)
        #expect(
            faults == ["bot-config/bot.yaml:3:20: the token file /x/t: no such file or directory"])
        #expect(
            load(["bot.yaml": "", "/x/t": "\n"], ["TELEGRAM_BOT_TOKEN_FILE": "/x/t"]).faults.count
                == 1)
    }

    @Test(
        "a file that everybody can read brings the chmod to type",
        arguments: [
            (
                "/home/bot/token",
                "everybody on this machine can read this token; type: chmod 600 /home/bot/token"
            ),
            (
                "/home/my bot/t",
                "everybody on this machine can read this token; type: chmod 600 '/home/my bot/t'"
            ),
            ("/run/secrets/t", nil),
        ])
    func readers(path: String, warning: String?) {
        let token = Self.token
        let files = ConfigurationFiles(
            read: { path throws(FileFault) in
                if path.hasPrefix("bot-config") { throw .missing }
                return Array(token.utf8)
            },
            list: { _ throws(FileFault) in [] },
            status: { _ in FileStatus(size: 1, modified: 1, isReadableByAll: true) })
        let loaded = ConfigurationLoader(
            directory: "bot-config", environment: ["TELEGRAM_BOT_TOKEN_FILE": path], files: files,
            checks: checks
        ).load()
        #expect(loaded.configuration?.telegram.isEmpty == false)
        #expect(loaded.warnings.map(\.words) == (warning.map { [$0] } ?? []))
    }

    @Test("a Discord token is read, and has its own shape")
    func discord() {
        let loaded = load(["bot.yaml": ""], ["DISCORD_BOT_TOKEN": "MTk4.Cl2F.ZnCj"])
        #expect(loaded.configuration?.discord?.tokenOrigin == "DISCORD_BOT_TOKEN")
        #expect(loaded.warnings.isEmpty)
        #expect(load(["bot.yaml": ""], ["DISCORD_BOT_TOKEN": "a.b"]).faults.count == 1)
    }
}
