package import Chat

/// How to reach Discord, and in which manner.
package struct DiscordSettings: Sendable {
    package enum Receiving: Hashable, Sendable {
        case gateway
        /// The declared degraded mode: `!command` in the servers' channels, asked for over and over. No slash command,
        /// no button and no private message is heard that way.
        case polling
    }

    /// What is to be said in another language, a BCP 47 primary tag; nil where there are no words for it.
    package typealias MenuWords = @Sendable (MenuWord, _ language: String) -> String?

    package var token: DiscordToken
    /// `https://discord.com/api/v10`, or a conformance server.
    package var base: String
    package var receiving: Receiving
    /// Entries of a message's own menu.
    package var menus: [DiscordMenuEntry]
    /// Forms that open where a command comes without its long texts.
    package var forms: [DiscordForm]
    /// The words of menus and forms in other languages than English.
    package var words: MenuWords
    /// Whether only the asker shall see the answer to a command or press that takes long; its first words decide it,
    /// before the answer is known.
    package var answersPrivately: @Sendable (Content) -> Bool

    package init(
        token: DiscordToken, base: String = "https://discord.com/api/v10",
        receiving: Receiving = .gateway,
        menus: [DiscordMenuEntry] = [],
        forms: [DiscordForm] = [],
        words: @escaping MenuWords = { _, _ in nil },
        answersPrivately: @escaping @Sendable (Content) -> Bool = { _ in true }
    ) {
        self.token = token
        self.base = base
        self.receiving = receiving
        self.menus = menus
        self.forms = forms
        self.words = words
        self.answersPrivately = answersPrivately
    }
}

/// An entry of a message's own menu, and the command that it stands for: `Mark as answer`: `forum answer`.
package struct DiscordMenuEntry: Hashable, Sendable {
    package var entry: String
    package var command: String
    /// Asks for what the message does not say.
    package var form: DiscordForm?
    /// The field that the message's own words fill.
    package var quoting: String?

    package init(
        _ entry: String, command: String, form: DiscordForm? = nil, quoting: String? = nil
    ) {
        self.entry = entry
        self.command = command
        self.form = form
        self.quoting = quoting
    }
}
