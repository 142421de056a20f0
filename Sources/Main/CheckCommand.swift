import ArgumentParser
import CohortBot

/// `cohortbot check`: everything that is wrong with the configuration, at once.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Validate the configuration and start nothing.")

    @OptionGroup var places: Places

    @Flag(help: "Also ask each platform whether it accepts the token.")
    var online = false

    func run() async throws {
        try await ConfigurationCheck(
            Setup(config: places.config, state: places.state), isOnline: online
        ).run()
    }
}
