package import Chat

/// What it takes to connect one bot to Telegram.
package struct TelegramSettings: Hashable, Sendable {
    /// What the bot's rooms are named by.
    package let platform: Platform
    package let token: Secret
    /// The variable or file the token came from, to be named when Telegram refuses it.
    package let tokenOrigin: String
    package let apiBase: String

    package static let standardBase = "https://api.telegram.org"

    package init(
        _ platform: Platform = .telegram, token: Secret, tokenOrigin: String,
        apiBase: String = TelegramSettings.standardBase
    ) {
        self.platform = platform
        self.token = token
        self.tokenOrigin = tokenOrigin
        self.apiBase = apiBase
    }
}

/// What it takes to connect to Discord.
package struct DiscordSettings: Hashable, Sendable {
    package let token: Secret
    /// The variable or file the token came from, to be named when Discord refuses it.
    package let tokenOrigin: String
    package let apiBase: String

    package static let standardBase = "https://discord.com/api/v10"

    package init(
        token: Secret, tokenOrigin: String, apiBase: String = DiscordSettings.standardBase
    ) {
        self.token = token
        self.tokenOrigin = tokenOrigin
        self.apiBase = apiBase
    }
}
