import Chat
import Commands
import Configuration
import CurlHTTP
import Logging
import Operations
import ServiceLifecycle
import Telegram

/// Telegram's bots as the configuration names them, each a platform of its own: a broken one harms no other.
struct TelegramBots {
    let platforms: [TelegramPlatform]

    /// - Throws: `Failure` 78 where an address may not be used.
    init(
        _ configuration: BotConfiguration, _ setup: Setup, http: HTTPClient, clock: any WallClock,
        chance: @escaping @Sendable () -> Double, logger: Logger
    ) throws {
        let commands = Bot.commands
        platforms = try configuration.telegram.map { settings in
            setup.secrets.register(settings.token.value)
            var logger = logger
            logger[metadataKey: "source"] = "\(settings.platform.rawValue)"
            guard let token = TelegramToken(settings.token.value),
                let platform = TelegramPlatform(
                    .init(
                        token: token, base: settings.apiBase,
                        isPaced: configuration.pacing == .platform, platform: settings.platform),
                    transport: http, clock: clock, chance: chance,
                    logger: logger, needsAuthority: { commands.needsAuthority($0) })
            else {
                throw Failure.badConfiguration([
                    "\(settings.apiBase): https, or http on loopback"
                ])
            }
            return platform
        }
    }

    /// What each needs beside its loop: its commands in the menu, its state on the health page.
    func services(health: Health) -> [any Service] {
        platforms.flatMap { platform -> [any Service] in
            [
                MenuService { await platform.announce(cards: Bot.commands.cards) },
                HealthWatch(platform: platform.platform, health: health, clock: SystemClock()) {
                    let report = await platform.health
                    return ConnectionReport(lastHeard: report.lastPoll, trouble: report.trouble)
                },
            ]
        }
    }
}
