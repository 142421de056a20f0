import ArgumentParser
import CohortBot

/// `cohortbot erase`: forgets a person.
struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Forget a person, at once and for good.",
        discussion: "The bot must be stopped. Backups that still hold the person are named.")

    @OptionGroup var places: Places

    @Option(help: "The person's id or account, such as p12 or telegram:123.")
    var member: String

    @Option(help: "A further directory in which backups lie.")
    var backups: String?

    func run() async throws {
        try await EraseRequest(
            Setup(config: places.config, state: places.state), member: member, backups: backups
        ).run()
    }
}
