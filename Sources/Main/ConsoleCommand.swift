import ArgumentParser
import CohortBot

/// `cohortbot console`: the same bot in the terminal, without a token.
struct ConsoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console", abstract: "Chat with the bot in the terminal; no token needed.",
        discussion: """
            Standard input that is not a terminal is read as a script, one message a line:
              lila: /deadline list
            """)

    @OptionGroup var places: Places

    @Option(help: "The cohort to chat in; the first one by default.")
    var cohort: String?

    @Option(name: .customLong("as"), help: "The member who speaks first.")
    var speaker: String?

    func run() async throws {
        let setup = Setup(config: places.config, state: places.state)
        let session = try await ConsoleSession(setup, cohort: cohort, speaker: speaker)
        try await session.run()
    }
}
