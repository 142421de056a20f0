package import Chat
package import Cohorts

/// One slash command: its declaration and its answer, in one file.
///
/// ```swift
/// /// `/ping`: whether the bot is there.
/// struct Ping: Command {
///     static let card = CommandCard("ping", for: .learner, "Check that I am here")
///
///     func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
///         call.reply(Phrase("help.pong"))
///     }
/// }
/// ```
/// The card is the parser, the help entry, the platform's menu and the documentation. The answer is pure: it cannot
/// block, cannot forget to save, and its test is a table of words and state to events and messages. A new command is
/// a new file, one line in `All.swift`, its sentences in `Texts` and its test.
package protocol Command: Sendable {
    static var card: CommandCard { get }

    init()

    /// - Throws: why the caller does not get what they asked for, as a fact; one place makes it a sentence.
    func answer(to call: Call, in world: World) throws(Refusal) -> Decision
}
