import Chat
import CurlHTTP

extension SendResult {
    /// What Telegram's answer to `sendMessage` means for the message.
    ///
    /// A 5xx or a cut answer says nothing about whether the message is out (there is no idempotency key), so it is
    /// `uncertain`, and the sender decides by the kind of message.
    init(_ answer: TelegramAnswer<Int64>, on platform: Platform) {
        switch answer {
        case .result(let id): self = .sent(id: String(id))
        case .refusal(let refusal): self.init(refusal, on: platform)
        // A proxy that finds the upload too large will find it so the next time.
        case .unreadable(413): self = .invalid(reason: "refused with 413")
        // One that says another 4xx did not pass the message on.
        case .unreadable(let status):
            self = (300..<500).contains(status) ? .unreachable : .uncertain
        case .failed(let failure):
            self = failure.mayHaveBeenExecuted ? .uncertain : .unreachable
        }
    }

    private init(_ refusal: TelegramRefusal, on platform: Platform) {
        if let chat = refusal.migratedTo {
            self = .moved(to: RoomAddress(platform, String(chat)))
            return
        }
        switch refusal.code {
        case 429: self = .slowDown(seconds: Double(max(refusal.retryAfter ?? 1, 1)))
        case 403: self = .blocked
        case 500...: self = .uncertain
        case 400 where Self.closedDoors.contains(where: refusal.says): self = .blocked
        case 400, 413: self = .invalid(reason: Self.reason(refusal))
        // 401 and 404 are about the token, 409 about polling; the message itself is as good as before.
        default: self = .unreachable
        }
    }

    /// Refusals that last until the person or the room's administrators act, although they come as 400.
    private static let closedDoors = [
        "chat not found", "not enough rights", "have no rights", "need administrator rights",
        "chat_write_forbidden", "topic_closed", "topic_deleted", "message thread not found",
        "user not found", "peer_id_invalid",
    ]

    /// Never Telegram's own words: they may quote the message.
    private static func reason(_ refusal: TelegramRefusal) -> String {
        switch true {
        case refusal.says("text must be non-empty"), refusal.says("text is empty"): "text is empty"
        case refusal.says("too long"): "text is too long"
        case refusal.says("entit"): "marks refused"
        case refusal.says("button"), refusal.says("reply markup"): "buttons refused"
        default: "refused with \(refusal.code)"
        }
    }
}
