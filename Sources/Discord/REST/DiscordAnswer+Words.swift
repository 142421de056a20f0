import CurlHTTP

extension DiscordAnswer {
    /// For logs and `/readyz`: what happened and, where somebody can do something about it, what.
    var words: String {
        switch self {
        case .ok: "Discord answers"
        case .refusal(let refusal):
            refusal.status == 429
                ? "Discord asks to slow down"
                : "Discord refuses with error \(refusal.status) (\(refusal.code))"
        case .held: "Discord's limits are used up"
        case .halted(.refused): "Discord refuses the token"
        case .halted(.banned):
            "Discord has banned this machine's address for a while; other bots on the same address may be the reason"
        case .halted(.tooMany):
            "Discord refused so much that the bot stopped by itself, before Discord bans it"
        case .unreadable(let status): "an answer that is not Discord's (HTTP status \(status))"
        case .failed(let failure): "Discord cannot be reached: \(failure.words)"
        }
    }
}

extension GatewayState.Note {
    /// Nil for what nobody has to be told.
    var words: String? {
        switch self {
        case .alive, .ready: nil
        case .lost(let code?) where code != 1005: "Discord closed the gateway with code \(code)"
        case .lost: "the gateway's connection was lost"
        case .dead: "the gateway no longer answers; connecting anew"
        case .askedToReconnect: "Discord asked to reconnect"
        case .sessionInvalid: "Discord forgot the session; beginning a new one"
        case .withoutContent:
            "Discord withholds message texts: switch on MESSAGE CONTENT INTENT in the developer portal; until then `!command` works only in private and after the bot's name"
        case .unreachable: "Discord's gateway cannot be reached"
        case .waiting(let seconds):
            "waiting \(Int(seconds.rounded(.up))) s before the next connection"
        case .malformed: "the gateway sent what is no message of its own"
        }
    }
}
