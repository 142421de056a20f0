import ArgumentParser
import CohortBot

/// `cohortbot forum import`: takes an exported forum into a cohort's.
struct ForumImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take an exported forum into a cohort's peer forum.",
        discussion: """
            The bot must be stopped. The file is Discourse JSON, a Telegram export, DiscordChatExporter JSON, mbox, CSV or
            Markdown. What was imported before is updated and never doubled. Authors become pseudonyms, unless they are
            members of the cohort. Import only what you have the right to.
            """)

    @OptionGroup var places: Places

    @Option(help: "The cohort's id.")
    var cohort: String

    @Flag(help: "Only say what would be done.")
    var dryRun = false

    @Option(
        help:
            "A name for where the file comes from: another forum of the same kind needs another one."
    )
    var source: String?

    @Argument(help: "The file.")
    var file: String

    func run() async throws {
        try await ForumImportRequest(
            Setup(config: places.config, state: places.state), cohort: cohort, file: file,
            source: source, isDry: dryRun
        ).run()
    }
}
