package import Chat

/// How to reach Telegram, and in which manner.
package struct TelegramSettings: Sendable {
    package var token: TelegramToken
    /// `https://api.telegram.org`, or a self-hosted or conformance server.
    package var base: String
    /// How many seconds Telegram holds an empty answer back; it allows at most 50.
    package var pollTimeout: Int
    /// Whether polls are spread out when many updates come one by one; off for measuring and for servers of one's own.
    package var isPaced: Bool
    /// What rooms and updates of this bot are named by, so that several may run side by side.
    package var platform: Platform

    package init(
        token: TelegramToken, base: String = "https://api.telegram.org", pollTimeout: Int = 50,
        isPaced: Bool = true, platform: Platform = .telegram
    ) {
        self.platform = platform
        self.token = token
        self.base = base
        self.pollTimeout = min(max(pollTimeout, 0), 50)
        self.isPaced = isPaced
    }
}
