import Chat
import Yams

/// Reads `bot.yaml`, over which the environment is laid afterwards.
struct BotFileReader {
    /// What the file says; tokens are still references.
    struct BotFile {
        var configuration = BotConfiguration()
        var telegram = PlatformEntry()
        var furtherTelegram: [(platform: Platform, entry: PlatformEntry)] = []
        var discord = PlatformEntry()
    }

    struct PlatformEntry {
        var token: TokenReference?
        var apiBase: String?
        var receiving: DiscordReceiving?
    }

    func read(_ root: Node, in source: SourceFile) -> BotFile {
        var file = BotFile()
        guard let reader = MappingReader(root, .bot, in: source) else { return file }
        if let platforms = reader.mapping("platforms", .platforms) {
            let telegram = platforms.mapping("telegram", .telegram)
            file.telegram = platform(telegram)
            file.furtherTelegram = telegram.map(furtherBots) ?? []
            let discord = platforms.mapping("discord", .discord)
            file.discord = platform(discord)
            file.discord.receiving = discord?.word("receive", of: DiscordReceiving.self)
        }
        file.configuration.owners = reader.accounts("owners")
        let standard = file.configuration
        file.configuration.stateDirectory = reader.text("state")?.value ?? standard.stateDirectory
        file.configuration.listen = listen(reader) ?? standard.listen
        file.configuration.pacing = reader.word("pacing", of: PacingMode.self) ?? standard.pacing
        file.configuration.logFormat =
            reader.word("log-format", of: LogFormat.self) ?? standard.logFormat
        file.configuration.limits =
            reader.mapping("limits", .limits).map(limits) ?? standard.limits
        return file
    }

    private func furtherBots(
        _ reader: MappingReader
    ) -> [(platform: Platform, entry: PlatformEntry)] {
        var bots: [(platform: Platform, entry: PlatformEntry)] = []
        for bot in reader.mappings("more", .furtherBot) {
            guard let name = bot.required("name", example: "maths") else { continue }
            let named = Platform(.telegram, bot: name.value)
            if !Platform.isBotName(name.value) {
                bot.source.log.fault(
                    name.mark,
                    "a bot's name here is 1 to 16 small letters, digits or _; found \"\(name.value.shown)\""
                )
            } else if bots.contains(where: { $0.platform == named }) {
                bot.source.log.fault(name.mark, "two bots are called \"\(name.value)\"; rename one")
            } else if bot.node("token") == nil {
                bot.source.log.fault(
                    bot.mark, "\"token\" is missing; write token: { env: NAME }")
            } else {
                bots.append((named, platform(bot)))
            }
        }
        return bots
    }

    private func platform(_ reader: MappingReader?) -> PlatformEntry {
        guard let reader else { return PlatformEntry() }
        var entry = PlatformEntry()
        entry.token = reader.node("token").flatMap { TokenReference($0, in: reader.source) }
        if let base = reader.text("api-base") {
            do throws(APIBase.Fault) {
                entry.apiBase = try APIBase.read(base.value)
            } catch {
                reader.source.log.fault(base.mark, error.words)
            }
        }
        return entry
    }

    private func listen(_ reader: MappingReader) -> ListenAddress? {
        guard let text = reader.text("listen") else { return nil }
        if let address = ListenAddress(text.value) { return address }
        reader.source.log.fault(text.mark, ListenAddress.faultWords(text.value))
        return nil
    }

    private func limits(_ reader: MappingReader) -> Limits {
        var limits = Limits()
        limits.commandsPerMinute =
            reader.number("commands-per-minute", in: 1...10_000) ?? limits.commandsPerMinute
        limits.remindersPerPerson =
            reader.number("reminders-per-person", in: 1...10_000) ?? limits.remindersPerPerson
        limits.fileMegabytes = reader.number("file-megabytes", in: 1...100) ?? limits.fileMegabytes
        limits.cohortMegabytes =
            reader.number("cohort-megabytes", in: 1...1_000_000) ?? limits.cohortMegabytes
        return limits
    }
}

extension ListenAddress {
    static func faultWords(_ found: String) -> String {
        "expected an address of this machine and a port, such as 127.0.0.1:8080 or [::1]:0; found \"\(found.shown)\""
    }
}
