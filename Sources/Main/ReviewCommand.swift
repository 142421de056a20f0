import ArgumentParser

/// `cohortbot review`: peer review without a chat.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Peer review without a chat.",
        subcommands: [ReviewAllocateCommand.self])
}
