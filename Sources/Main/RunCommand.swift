import ArgumentParser
import CohortBot

/// `cohortbot run`: the bot.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run the bot on every platform that has a token.")

    @OptionGroup var places: Places

    func run() async throws {
        let setup = Setup(config: places.config, state: places.state)
        let session = try await RunSession(setup)
        try await session.run()
    }
}
