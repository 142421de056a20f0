import ArgumentParser
import CohortBot

/// `cohortbot healthcheck`: for containers, which have no curl.
struct HealthcheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "healthcheck", abstract: "Ask the running bot whether it is ready.")

    @OptionGroup var places: Places

    func run() async throws {
        try await HealthQuestion(Setup(config: places.config, state: places.state)).ask()
    }
}
