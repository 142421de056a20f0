/// What a bot asks its gateway to be told.
struct Intents: OptionSet, Hashable, Sendable {
    let rawValue: Int

    static let guilds = Intents(rawValue: 1 << 0)
    static let guildMessages = Intents(rawValue: 1 << 9)
    static let directMessages = Intents(rawValue: 1 << 12)
    /// Privileged: whoever owns the bot switches it on in Discord's developer portal.
    static let messageContent = Intents(rawValue: 1 << 15)

    /// Guilds for rooms and roles, messages for `!command` and replies; slash commands need none.
    static let all: Intents = [.guilds, .guildMessages, .directMessages, .messageContent]
    static let privileged: Intents = [.messageContent]
}
