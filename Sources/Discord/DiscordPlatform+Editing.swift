package import Chat

extension DiscordPlatform {
    /// Puts other words and buttons in the place of a message of the bot's own; may be repeated.
    package func edit(_ message: Message, id: String) async -> SendResult {
        let body = MessageBody(message)
        guard body.count > 0 else { return .invalid(reason: "text is empty") }
        // The rest of a long text would be a new message, which an edit is not.
        guard body.count == 1 else { return .invalid(reason: "text is too long") }
        guard UInt64(id) != nil else { return .invalid(reason: "not a Discord message") }
        switch await channel(of: message.room) {
        case .none(let result): return result
        case .channel(let channel):
            guard
                let answer = try? await api.call(
                    .edit(id, in: channel), body.answer(0, isPrivate: false),
                    as: .init(patience: 1, tries: 2))
            else { return .unreachable }
            let result = SendResult(answer)
            return result == .uncertain ? .unreachable : result
        }
    }
}
