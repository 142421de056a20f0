import Chat
import Yams

/// Reads `bot-config/` and the environment into one value, or says everything that is wrong with them.
///
/// ```swift
/// let loaded = ConfigurationLoader(directory: "bot-config", environment: environment, checks: checks).load()
/// guard let configuration = loaded.configuration else { … loaded.faults … }
/// ```
/// Where the directory is missing, the environment alone decides: no cohorts, and a warning.
package struct ConfigurationLoader: Sendable {
    package let directory: String
    private let environment: [String: String]
    private let files: ConfigurationFiles
    private let checks: ConfigurationChecks

    package init(
        directory: String, environment: [String: String], files: ConfigurationFiles = .disk,
        checks: ConfigurationChecks
    ) {
        self.directory = directory.isEmpty ? "." : directory
        self.environment = environment
        self.files = files
        self.checks = checks
    }

    /// Whether there is a directory to read.
    package var directoryExists: Bool { (try? files.list(directory)) != nil }

    package func load() -> LoadedConfiguration {
        let log = FaultLog()
        let folder = ConfigurationFolder(directory: directory, files: files, log: log)
        folder.checkNames()

        var bot = BotFileReader.BotFile()
        if let (source, root) = folder.yaml("bot.yaml"), let root {
            bot = BotFileReader().read(root, in: source)
        }
        var configuration = bot.configuration
        let environmentReader = EnvironmentReader(environment: environment, log: log)
        environmentReader.apply(to: &configuration)
        configuration.telegram = telegram(bot, environmentReader, log)
        configuration.discord = discord(bot.discord, environmentReader, log)

        let cohortReader = CohortFileReader(checks: checks)
        configuration.cohorts = folder.entries("cohorts", ending: "yaml").compactMap { entry in
            entry.root.flatMap { cohortReader.read(id: entry.id, root: $0, in: entry.source) }
        }
        configuration.faq = folder.texts("faq", ending: "md").compactMap { entry in
            FAQFileReader().read(id: entry.id, text: entry.text, in: entry.source)
        }
        configuration.rubrics = folder.entries("rubrics", ending: "yaml").compactMap { entry in
            entry.root.flatMap { RubricFileReader().read(id: entry.id, root: $0, in: entry.source) }
        }
        if let (source, root) = folder.yaml("synonyms.yaml"), let root {
            configuration.synonyms = SynonymsFileReader(
                cohorts: folder.ids("cohorts", ending: "yaml")
            ).read(root, in: source)
        }
        for entry in folder.entries("texts", ending: "yaml") {
            guard let root = entry.root else { continue }
            configuration.texts[entry.id] = TextFileReader(checks: checks)
                .read(language: entry.id, root: root, in: entry.source)
        }
        CohortCrossCheck(
            log: log, rubrics: folder.ids("rubrics", ending: "yaml"),
            furtherBots: bot.furtherTelegram.map(\.platform)
        ).check(configuration.cohorts)
        return LoadedConfiguration(
            configuration: log.faults.isEmpty ? configuration : nil,
            faults: log.faults.sorted { $0.mark < $1.mark }, warnings: log.warnings)
    }

    private func telegram(
        _ bot: BotFileReader.BotFile, _ environmentReader: EnvironmentReader, _ log: FaultLog
    ) -> [TelegramSettings] {
        let base = environmentReader.apiBase("TELEGRAM_API_BASE")
        let first = (platform: Platform.telegram, entry: bot.telegram)
        var bots: [TelegramSettings] = []
        for (platform, entry) in [first] + bot.furtherTelegram {
            // The variables name the first bot's token; the server is one for all.
            let tokens = tokens(
                .telegram, platform == .telegram ? "TELEGRAM_BOT_TOKEN" : nil, log)
            guard let found = tokens.token(entry.token) else { continue }
            if let twin = bots.first(where: { $0.token == found.token }) {
                log.fault(
                    SourceMark(found.origin),
                    "this is the token from \(twin.tokenOrigin) again; each bot has one of its own")
                continue
            }
            bots.append(
                TelegramSettings(
                    platform, token: found.token, tokenOrigin: found.origin,
                    apiBase: base ?? entry.apiBase ?? TelegramSettings.standardBase))
        }
        return bots
    }

    private func discord(
        _ entry: BotFileReader.PlatformEntry, _ environmentReader: EnvironmentReader,
        _ log: FaultLog
    ) -> DiscordSettings? {
        let base = environmentReader.apiBase("DISCORD_API_BASE") ?? entry.apiBase
        guard let found = tokens(.discord, "DISCORD_BOT_TOKEN", log).token(entry.token) else {
            return nil
        }
        return DiscordSettings(
            token: found.token, tokenOrigin: found.origin,
            apiBase: base ?? DiscordSettings.standardBase,
            receiving: entry.receiving ?? .gateway)
    }

    private func tokens(_ shape: TokenShape, _ variable: String?, _ log: FaultLog) -> TokenSource {
        TokenSource(
            shape: shape, variable: variable, environment: environment, files: files,
            directory: directory, log: log)
    }
}
