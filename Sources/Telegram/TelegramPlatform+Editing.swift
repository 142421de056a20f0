package import Chat

extension TelegramPlatform {
    /// Puts other words and buttons in the place of a message of the bot's own.
    ///
    /// An edit says what the message shall be, so it may be repeated: what is already there counts as sent. It counts
    /// towards the chat's limit like a message.
    package func edit(_ message: Message, id: String) async -> SendResult {
        guard let chat = Int64(message.room.chat), let old = Int64(id) else {
            return .invalid(reason: "not a Telegram message")
        }
        let parts = SendMessage.all(message, to: chat)
        guard let part = parts.first else { return .invalid(reason: "text is empty") }
        // The rest of a long text would be a new message, which an edit is not.
        guard parts.count == 1 else { return .invalid(reason: "text is too long") }
        guard let answer = try? await api.edit(part, message: old) else { return .unreachable }
        switch answer {
        case .refusal(let refusal) where refusal.says("message is not modified"):
            return .sent(id: id)
        case .refusal(let refusal)
        where refusal.says("message to edit not found") || refusal.says("can't be edited"):
            return .invalid(reason: "the message is gone")
        case .refusal(let refusal) where refusal.code >= 500: return .unreachable
        case .result, .refusal: return SendResult(answer, on: platform)
        case .unreadable, .failed: return .unreachable
        }
    }
}

extension TelegramAPI {
    fileprivate func edit(
        _ message: SendMessage, message id: Int64
    ) async throws(CancellationError) -> TelegramAnswer<Int64> {
        try await call(.editMessageText, within: .seconds(30)) { json throws(JSONFault) in
            try QuotedMessage(&json).id
        } _: { body in
            message.writeEdit(of: id, &body)
        }
    }
}
