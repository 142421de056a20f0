/// What `cohortbot check` says: a line for each fault and warning, then one that sums up.
package struct ConfigurationReport: Sendable {
    private let loaded: LoadedConfiguration

    package init(_ loaded: LoadedConfiguration) { self.loaded = loaded }

    /// A thousandth fault helps nobody.
    private static let most = 200

    package var lines: [String] {
        var lines = loaded.faults.prefix(Self.most).map(\.description)
        if loaded.faults.count > Self.most {
            lines.append("… and \(loaded.faults.count - Self.most) more faults")
        }
        lines += loaded.warnings.map { "warning: \($0)" }
        lines.append(summary)
        return lines
    }

    private var summary: String {
        guard let configuration = loaded.configuration else {
            return Self.counted(loaded.faults.count, "fault") + " in the configuration"
        }
        return [
            Self.counted(configuration.cohorts.count, "cohort"),
            Self.counted(configuration.faq.count, "FAQ entry", "FAQ entries"),
            Self.counted(configuration.rubrics.count, "rubric"),
        ].joined(separator: ", ") + ": no fault found"
    }

    /// The three ways to turn a platform on, for a bot that has none.
    package static let noPlatform = """
        No chat platform is configured. Do one of these, then start again:
          export TELEGRAM_BOT_TOKEN=…  (the token @BotFather gives)
          export DISCORD_BOT_TOKEN=…   (the token from Discord's Developer Portal, under Bot)
          export TELEGRAM_BOT_TOKEN_FILE=/run/secrets/telegram  (a file that holds it)
          platforms: { telegram: { token: { file: /run/secrets/telegram } } }  (in bot-config/bot.yaml)
        To try the bot without a token: cohortbot console
        """

    private static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(count) \(count == 1 ? one : many ?? one + "s")"
    }
}
