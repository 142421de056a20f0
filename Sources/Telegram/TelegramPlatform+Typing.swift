package import Chat

extension TelegramPlatform {
    /// Telegram shows a bot as typing for five seconds.
    private static let typingLasts = 4.5

    /// Shows the bot as typing for as long as this runs, from the second second on: what takes less needs no sign.
    ///
    /// Run it beside the work and cancel it when the work is done. A sign that cannot be given is no loss.
    package func showActivity(in room: RoomAddress) async {
        guard let chat = Int64(room.chat) else { return }
        var wait = 1.0
        while (try? await clock.sleep(seconds: wait)) != nil {
            let answer = try? await api.sendTyping(
                to: chat, topic: room.topic.flatMap { Int64($0) })
            switch answer {
            case .refusal(let refusal) where refusal.code == 429:
                wait = Double(max(refusal.retryAfter ?? 1, 1))
            case .refusal(let refusal) where refusal.code < 500: return
            case nil: return
            default: wait = Self.typingLasts
            }
        }
    }
}
