/// Discord does not let the bot in; only a person can change that.
package struct DiscordRefused: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        case token
        /// The gateway closed with this code: sharding or intents that it does not accept.
        case configuration(code: UInt16)
    }

    package let reason: Reason
    /// The last four characters of the token, to tell which one it was.
    package let tokenEnd: String

    package var description: String {
        switch reason {
        case .token: "Discord refuses the token ending in \(tokenEnd)"
        case .configuration(let code): "Discord's gateway refuses the bot with code \(code)"
        }
    }
}
