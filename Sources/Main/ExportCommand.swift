import ArgumentParser
import CohortBot

/// `cohortbot export`: the state as JSON Lines.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Print every entity of the state, one JSON object a line.")

    @OptionGroup var places: Places

    @Option(help: "Only what concerns this person, such as p12 or telegram:123.")
    var member: String?

    func run() async throws {
        try Export(Setup(config: places.config, state: places.state), member: member).run()
    }
}
