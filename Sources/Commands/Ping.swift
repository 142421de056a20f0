package import Chat
package import Cohorts

/// `/ping`: whether the bot is there; works everywhere, also where no cohort is.
package struct Ping: Command {
    package static let card = CommandCard(
        "ping", for: .learner, "Check that I am here", examples: ["/ping"], meanings: ["alive"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        call.reply(Phrase("help.pong"))
    }
}
