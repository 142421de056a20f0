import CurlHTTP

extension PollState.Trouble {
    /// For logs and `/readyz`: what happened and, where somebody can do something about it, what.
    var words: String {
        switch self {
        case .conflict:
            "another process is polling with the same token; stop it, or give this bot a token of its own"
        case .webhook:
            "a webhook is set for this bot, so Telegram refuses polling; remove it with deleteWebhook"
        case .slowDown: "Telegram asks to slow down"
        case .serverError(let code): "Telegram answers with error \(code)"
        case .refused(let code): "Telegram refuses to deliver updates with error \(code)"
        case .unreadable(let status): "an answer that is not Telegram's (HTTP status \(status))"
        case .hasty: "empty answers come at once instead of being held back"
        case .unreachable(let failure): "Telegram cannot be reached: \(failure.words)"
        }
    }
}
