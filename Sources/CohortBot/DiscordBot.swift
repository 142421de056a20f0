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
            DiscordMenuService(platform: platform),
            DiscordHealthWatch(platform: platform, health: health, clock: SystemClock()),
        ]
    }
}

/// Registers the commands where they differ, for as long as the bot runs: it may come into further servers.
private struct DiscordMenuService: Service {
    let platform: DiscordPlatform

    func run() async throws {
        await cancelWhenGracefulShutdown { await platform.announce(DiscordBot.menu) }
        try? await gracefulShutdown()
    }
}

/// Tells the health page how Discord is.
private struct DiscordHealthWatch: Service {
    let platform: DiscordPlatform
    let health: Health
    let clock: any WallClock
    /// Seconds between looks.
    private static let interval = 1.0

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var last: Date?
            repeat {
                let report = await platform.health
                if report.lastHeard != last {
                    last = report.lastHeard
                    health.success(of: .discord)
                }
                if let trouble = report.trouble {
                    health.failure(of: .discord, reason: trouble)
                }
            } while (try? await clock.sleep(seconds: Self.interval)) != nil
        }
    }
}
