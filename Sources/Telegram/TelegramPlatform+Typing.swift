package import Chat

extension TelegramPlatform {
    /// Shows the bot as typing, which Telegram does for five seconds.
    package func showActivity(in room: RoomAddress) async {
        guard let chat = Int64(room.chat) else { return }
        await ActivitySign(lasts: 4.5, clock: clock).show {
            let answer = try? await api.sendTyping(
                to: chat, topic: room.topic.flatMap { Int64($0) })
            switch answer {
            case .refusal(let refusal) where refusal.code == 429:
                return .later(Double(refusal.retryAfter ?? 1))
            case .refusal(let refusal) where refusal.code < 500: return .impossible
            case nil: return .impossible
            default: return .shown
            }
        }
    }
}
