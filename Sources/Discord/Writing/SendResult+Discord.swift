import Chat

extension SendResult {
    /// What Discord's answer means for a message.
    init(_ answer: DiscordAnswer) {
        switch answer {
        case .ok(let json): self = .sent(id: json["id"]?.string)
        case .refusal(let refusal): self.init(refusal)
        case .held(let seconds): self = .slowDown(seconds: seconds)
        case .halted: self = .unreachable
        case .unreadable, .failed:
            self = answer.mayHaveBeenExecuted ? .uncertain : .unreachable
        }
    }

    private init(_ refusal: DiscordRefusal) {
        switch (refusal.status, refusal.code) {
        case (429, _): self = .slowDown(seconds: refusal.retryAfter ?? 1)
        case (500..., _): self = .uncertain
        // Opening private chats too fast, slow mode, a channel's own limit: the message is as good as before.
        case (_, 40003): self = .slowDown(seconds: 60)
        case (_, 20016), (_, 20028): self = .slowDown(seconds: refusal.retryAfter ?? 10)
        case (_, 50006): self = .invalid(reason: "text is empty")
        case (_, 40005): self = .invalid(reason: "file is too large")
        case (_, 10008): self = .invalid(reason: "the message is gone")
        case (_, 30046): self = .invalid(reason: "the message is too old to be edited")
        case (_, 50035):
            self = .invalid(reason: "refused form: \(refusal.places.joined(separator: ", "))")
        // About the token; the message itself is as good as before.
        case (401, _): self = .unreachable
        // Nobody there, no access, private messages closed, a thread archived or locked: until a person acts.
        case (403, _), (404, _), (_, 50033), (_, 50007), (_, 50083), (_, 160005), (_, 50008):
            self = .blocked
        default: self = .invalid(reason: "refused with \(refusal.status) (\(refusal.code))")
        }
    }
}
