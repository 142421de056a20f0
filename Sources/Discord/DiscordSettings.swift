package import Chat

/// How to reach Discord, and in which manner.
package struct DiscordSettings: Sendable {
    package var token: DiscordToken
    /// `https://discord.com/api/v10`, or a conformance server.
    package var base: String
    /// Entries of a message's own menu, and the command that each stands for: `Mark as answer`: `forum answer`.
    package var menus: [(entry: String, command: String)]
    /// Forms that open where a command comes without its long texts.
    package var forms: [DiscordForm]
    /// Whether only the asker shall see the answer to a command or press that takes long; its first words decide it,
    /// before the answer is known.
    package var answersPrivately: @Sendable (Content) -> Bool

    package init(
        token: DiscordToken, base: String = "https://discord.com/api/v10",
        menus: [(entry: String, command: String)] = [],
        forms: [DiscordForm] = [],
        answersPrivately: @escaping @Sendable (Content) -> Bool = { _ in true }
    ) {
        self.token = token
        self.base = base
        self.menus = menus
        self.forms = forms
        self.answersPrivately = answersPrivately
    }
}
