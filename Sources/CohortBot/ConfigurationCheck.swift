import Chat
import Commands
import Configuration
import CurlHTTP
import Discord
import Logging
import Operations
import Telegram

/// `cohortbot check`: validates everything and starts nothing.
package struct ConfigurationCheck {
    private let setup: Setup
    private let isOnline: Bool

    package init(_ setup: Setup, isOnline: Bool) {
        self.setup = setup
        self.isOnline = isOnline
    }

    /// - Throws: `Failure` 78 with every fault of the configuration, 1 where a platform refuses its token.
    package func run() async throws {
        let loader = setup.loader()
        if setup.isConfigNamed, !loader.directoryExists {
            throw Failure.badConfiguration(["\(setup.configDirectory): there is no such directory"])
        }
        let loaded = loader.load()
        let lines = ConfigurationReport(loaded).lines
        guard let configuration = loaded.configuration else {
            throw Failure.badConfiguration(lines)
        }
        for line in lines { Terminal.standard.print(line) }
        if isOnline { try await ask(configuration) }
    }

    private func ask(_ configuration: BotConfiguration) async throws {
        let http = HTTPClient()
        let bots = try TelegramBots(
            configuration, setup, http: http, clock: SystemClock(), chance: { 0 }, logger: .silent)
        var refusals: [String] = []
        for (bot, settings) in zip(bots.platforms, configuration.telegram) {
            let (name, found) = (
                bot.platform.rawValue, await bot.inspect(cards: Bot.commands.cards)
            )
            if found.isAccepted {
                Terminal.standard.print("\(name): the token belongs to \(found.name)")
                for line in found.findings { Terminal.standard.print("\(name): \(line)") }
            } else {
                refusals.append("\(name) (\(settings.tokenOrigin)): \(found.name)")
            }
        }
        if bots.platforms.isEmpty {
            Terminal.standard.print("telegram: no token, so nothing to ask")
        }
        if let discord = try DiscordBot(
            configuration, setup, http: http, clock: SystemClock(), chance: { 0 }, logger: .silent)
        {
            let found = await discord.platform.introduction(discord.menu)
            for line in found.lines { Terminal.standard.print("discord: \(line)") }
            let origin = configuration.discord?.tokenOrigin ?? ""
            if let refusal = found.refusal { refusals.append("discord (\(origin)): \(refusal)") }
        }
        await http.shutDown()
        if !refusals.isEmpty { throw Failure(1, refusals) }
    }
}
