extension TelegramPlatform {
    /// Asks once whose token this is, for `cohortbot check --online`.
    /// - Returns: the bot's @name, or why not, in words that hold no secret.
    package func introduction() async -> String {
        guard let answer = try? await api.getMe() else { return "was not asked" }
        switch answer {
        case .result(let bot): return "@\(bot.username ?? bot.name)"
        case .refusal(let refusal):
            return "Telegram refuses the token ending in \(settings.token.end) (\(refusal.code))"
        case .unreadable(let status): return "no Telegram answers there (HTTP \(status))"
        case .failed(let failure): return failure.words
        }
    }
}
