/// What it takes to connect to Telegram.
package struct TelegramSettings: Hashable, Sendable {
    package let token: Secret
    /// The variable or file the token came from, to be named when Telegram refuses it.
    package let tokenOrigin: String
    package let apiBase: String

    package init(
        token: Secret, tokenOrigin: String, apiBase: String = "https://api.telegram.org"
    ) {
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

    package init(
        token: Secret, tokenOrigin: String, apiBase: String = "https://discord.com/api/v10"
    ) {
        self.token = token
        self.tokenOrigin = tokenOrigin
        self.apiBase = apiBase
    }
}
