package import Chat
import CurlHTTP
import Logging

extension DiscordPlatform {
    /// Registers the commands in each server that the bot is in or comes into, where they differ.
    ///
    /// Runs until cancelled. Every command works as text without it, so nothing waits for it.
    package func announce(_ menu: DiscordMenu) async {
        guard let app = await application() else { return }
        let wanted = menu.commands(settings).json
        for guild in await servers() { await record.isIn(server: guild) }
        for await guild in record.servers {
            await put(wanted, app: app, guild: guild)
            if Task.isCancelled { return }
        }
    }

    /// What differs in each server from what is wanted, for `check --online`; nothing is written.
    package func differences(_ menu: DiscordMenu) async -> [(
        server: String, difference: CommandDifference
    )] {
        guard let app = await application() else { return [] }
        let wanted = menu.commands(settings).json
        var found: [(server: String, difference: CommandDifference)] = []
        for guild in await servers() {
            guard let now = await registered(app: app, guild: guild) else { continue }
            found.append((guild, CommandDifference(registered: now, wanted: wanted)))
        }
        return found
    }

    private func put(_ wanted: [JSON], app: String, guild: String) async {
        var wait = 5.0
        while true {
            let answer: DiscordAnswer?
            if let now = await registered(app: app, guild: guild) {
                let difference = CommandDifference(registered: now, wanted: wanted)
                guard !difference.isEmpty else { return }
                logger.info(
                    "registering commands",
                    metadata: ["server": "\(guild)", "difference": "\(difference.words)"])
                answer = try? await api.call(
                    .commands(.put, app: app, guild: guild), .array(wanted), as: .again)
                if case .ok? = answer { return }
            } else {
                answer = .failed(.cannotConnect)
            }
            guard let answer else { return }
            // What is wrong with the commands themselves stays wrong.
            if case .refusal(let refusal) = answer, refusal.status < 500, refusal.status != 429 {
                let words = "\(answer.words) \(refusal.places.joined(separator: ", "))"
                logger.error("commands were refused", metadata: ["reason": "\(words)"])
                return
            }
            guard (try? await clock.sleep(seconds: wait)) != nil else { return }
            wait = min(2 * wait, 300)
        }
    }

    private func registered(app: String, guild: String) async -> [JSON]? {
        let answer = try? await api.call(
            .commands(.get, app: app, guild: guild), query: "?with_localizations=true", as: .again)
        return answer?.value?.array
    }

    private func application() async -> String? {
        var wait = 5.0
        while true {
            switch try? await api.call(.application, as: .again) {
            case .ok(let json)?: return json["id"]?.string
            case .halted(.refused)?, nil: return nil
            case .refusal(let refusal)? where refusal.status == 401: return nil
            default: break
            }
            guard (try? await clock.sleep(seconds: wait)) != nil else { return nil }
            wait = min(2 * wait, 300)
        }
    }

    func servers() async -> [String] {
        let answer = try? await api.call(.guilds, as: .again)
        return answer?.value?.array.compactMap { $0["id"]?.string } ?? []
    }
}

/// The commands as they shall stand in Discord's menus.
package struct DiscordMenu: Sendable {
    package var cards: [CommandCard]
    /// BCP 47, besides English.
    package var languages: [String]
    package var suggests: @Sendable (CommandCard, FieldCard) -> Bool

    package init(
        cards: [CommandCard], languages: [String] = [],
        suggests: @escaping @Sendable (CommandCard, FieldCard) -> Bool = { _, _ in false }
    ) {
        self.cards = cards
        self.languages = languages
        self.suggests = suggests
    }

    fileprivate func commands(_ settings: DiscordSettings) -> CommandMenu {
        let forms = settings.forms
        return CommandMenu(
            cards: cards, entries: settings.menus.map(\.entry), languages: languages,
            words: settings.words,
            suggests: suggests,
            asksLater: { card, field in
                forms.contains { form in
                    form.command == card.name && form.fields.contains(field)
                }
            })
    }
}
