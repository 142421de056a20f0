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

/// How the bot hears what is said on Discord.
package enum DiscordReceiving: String, Hashable, CaseIterable, Sendable {
    case gateway
    /// Asks for new messages over and over: only `!command` in servers, nothing else.
    case polling
}

/// What it takes to connect to Discord.
package struct DiscordSettings: Hashable, Sendable {
    package let token: Secret
    /// The variable or file the token came from, to be named when Discord refuses it.
    package let tokenOrigin: String
    package let apiBase: String
    package let receiving: DiscordReceiving

    package static let standardBase = "https://discord.com/api/v10"

    package init(
        token: Secret, tokenOrigin: String, apiBase: String = DiscordSettings.standardBase,
        receiving: DiscordReceiving = .gateway
    ) {
        self.receiving = receiving
        self.token = token
        self.tokenOrigin = tokenOrigin
        self.apiBase = apiBase
    }
}
