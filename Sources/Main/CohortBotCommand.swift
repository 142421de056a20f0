import ArgumentParser
import CohortBot

/// `cohortbot`: the program, and what it can be asked to do.
@main
struct CohortBotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohortbot",
        abstract: "A chat bot for the study groups of MOOC learners.",
        discussion: """
            Without a token, try: cohortbot console
            With one: TELEGRAM_BOT_TOKEN=… cohortbot run
            """,
        version: Bot.version,
        subcommands: [
            RunCommand.self, ConsoleCommand.self, CheckCommand.self, DoctorCommand.self,
            BackupCommand.self, RestoreCommand.self, ExportCommand.self, EraseCommand.self,
            CommandsCommand.self, WhenCommand.self, ForumCommand.self, ReviewCommand.self,
            HealthcheckCommand.self,
        ])

    /// Errors that people meet are one line each with an exit code; anything else is shown by ArgumentParser.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            failure.say()
            exit(withError: ExitCode(failure.exitCode))
        } catch {
            exit(withError: error)
        }
    }
}

/// Where the configuration and the state are; the same for every subcommand that needs them.
struct Places: ParsableArguments {
    @Option(name: .customLong("config"), help: "The configuration's directory.")
    var config: String?

    @Option(name: .customLong("state"), help: "The state's directory.")
    var state: String?
}
