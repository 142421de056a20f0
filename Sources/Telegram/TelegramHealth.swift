package import FoundationEssentials

/// How the connection to Telegram is, for `/readyz` and metrics.
package struct TelegramHealth: Hashable, Sendable {
    /// When Telegram last answered a poll.
    package var lastPoll: Date?
    /// Why it did not, in a fixed vocabulary; nil while all is well.
    package var trouble: String?
    package var isRefused = false
    package var updates = 0
    /// Updates of unknown kinds or not as documented: confirmed and left alone.
    package var skipped = 0
    package var username: String?
}
