/// Telegram does not accept the token; only a person can change that.
package struct TelegramRefused: Error, Hashable, Sendable, CustomStringConvertible {
    /// Telegram's own words, such as `Unauthorized`.
    package let words: String
    package let code: Int
    /// The last four characters of the token, to tell which one it was.
    package let tokenEnd: String

    package var description: String {
        "Telegram refuses the token ending in \(tokenEnd): \(words) (\(code))"
    }
}
