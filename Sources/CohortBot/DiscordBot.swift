import Chat
import Commands
import Configuration
import CurlHTTP
import Discord
import FoundationEssentials
import Journal
import Logging
import Operations
import ServiceLifecycle

/// Discord's bot as the configuration names it.
struct DiscordBot {
    let platform: DiscordPlatform

    /// Nil where no token is given.
    /// - Throws: `Failure` 78 where the address may not be used.
    init?(
        _ configuration: BotConfiguration, _ setup: Setup, http: HTTPClient, clock: any WallClock,
        chance: @escaping @Sendable () -> Double, logger: Logger
    ) throws {
        guard let settings = configuration.discord else { return nil }
        setup.secrets.register(settings.token.value)
        var logger = logger
        logger[metadataKey: "source"] = "\(Platform.discord.rawValue)"
        let commands = Bot.commands
        guard let token = DiscordToken(settings.token.value),
            let platform = DiscordPlatform(
                .init(
                    token: token, base: settings.apiBase,
                    menus: [("Mark as answer", "forum answer")]),
                transport: http, clock: clock, chance: chance, logger: logger,
                store: GatewayFile(
                    directory: setup.stateDirectory(configuration), files: SystemFiles()),
                needsAuthority: { commands.needsAuthority($0) })
        else {
            throw Failure.badConfiguration(["\(settings.apiBase): https, or http on loopback"])
        }
        self.platform = platform
    }

    static var menu: DiscordMenu { DiscordMenu(cards: Bot.commands.cards) }

    /// What it needs beside its loop: its commands in the menus, its state on the health page.
    func services(health: Health) -> [any Service] {
        [
            // Never done: it may come into further servers.
            MenuService { [platform] in await platform.announce(DiscordBot.menu) },
            HealthWatch(platform: .discord, health: health, clock: SystemClock()) { [platform] in
                let report = await platform.health
                return ConnectionReport(lastHeard: report.lastHeard, trouble: report.trouble)
            },
        ]
    }
}
