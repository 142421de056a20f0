import ArgumentParser
import CohortBot

/// `cohortbot commands`: every chat command, from its one declaration.
struct CommandsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commands", abstract: "List every chat command.")

    @Option(help: "json or markdown.")
    var format: CommandListing.Format = .markdown

    func run() throws { Terminal.standard.print(CommandListing(format).text) }
}

extension CommandListing.Format: ExpressibleByArgument {}
