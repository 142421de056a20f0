import ArgumentParser
import CohortBot

/// `cohortbot backup`: a copy of the state, also beside the running bot.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the state, also while the bot runs.")

    @OptionGroup var places: Places

    @Argument(help: "A directory that is empty or not there yet, such as backup-2026-11-24.")
    var destination: String

    func run() async throws {
        try BackupRequest(
            Setup(config: places.config, state: places.state), destination: destination
        ).run()
    }
}
