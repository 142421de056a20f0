import ArgumentParser
import CohortBot

/// `cohortbot restore`: a backup becomes the state.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Make the state from a backup, where no state is.")

    @OptionGroup var places: Places

    @Argument(help: "What cohortbot backup made.")
    var source: String

    func run() async throws {
        try RestoreRequest(
            Setup(config: places.config, state: places.state), source: source
        ).run()
    }
}
