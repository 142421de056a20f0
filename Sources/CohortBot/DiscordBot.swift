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
import Texts

/// Discord's bot as the configuration names it.
struct DiscordBot {
    let platform: DiscordPlatform
    /// Whether it hears more than the messages that it asks for.
    private let isListening: Bool
    /// To be connected to the bot once there is one.
    let suggester = CommandSuggester()

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
                    receiving: settings.receiving == .polling ? .polling : .gateway,
                    menus: Self.menus, forms: commands.cards.compactMap { DiscordForm($0) },
                    words: Self.words(for:in:)),
                transport: http, clock: clock, chance: chance, logger: logger,
                store: GatewayFile(
                    directory: setup.stateDirectory(configuration), files: SystemFiles()),
                suggester: suggester,
                needsAuthority: { commands.needsAuthority($0) })
        else {
            throw Failure.badConfiguration(["\(settings.apiBase): https, or http on loopback"])
        }
        self.platform = platform
        isListening = settings.receiving == .gateway
    }

    /// What acts on a message stands in the message's own menu.
    private static var menus: [DiscordMenuEntry] {
        let remind = Bot.commands.card(named: "remind")
        return [
            DiscordMenuEntry("Mark as answer", command: "forum answer"),
            DiscordMenuEntry(
                "Remind me", command: "remind", form: remind.map { DiscordForm(whole: $0) },
                quoting: "text"),
        ]
    }

    var menu: DiscordMenu {
        // Nobody would hear a slash command: none is offered.
        isListening ? Self.menu() : DiscordMenu(cards: [])
    }

    /// Every command, in every language that menus are written in.
    static func menu() -> DiscordMenu {
        DiscordMenu(
            cards: Bot.commands.cards, languages: MenuTexts.languages,
            suggests: { Suggestions.exist(for: $1) })
    }

    private static let texts = MenuTexts()

    static func words(for word: MenuWord, in language: String) -> String? {
        switch word {
        case .name(let name): texts.name(name, in: language)
        case .summary(let card): texts.summary(of: card.name, in: language)
        case .prompt(_, let field): texts.prompt(field.prompt, in: language)
        case .file: texts.prompt(MenuWord.filePrompt, in: language)
        }
    }

    /// What it needs beside its loop: its commands in the menus, its state on the health page.
    func services(health: Health) -> [any Service] {
        [
            // Never done: it may come into further servers.
            MenuService { await platform.announce(menu) },
            HealthWatch(platform: .discord, health: health, clock: SystemClock()) { [platform] in
                let report = await platform.health
                return ConnectionReport(lastHeard: report.lastHeard, trouble: report.trouble)
            },
        ]
    }
}
