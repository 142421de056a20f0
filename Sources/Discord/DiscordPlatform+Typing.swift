package import Chat

extension DiscordPlatform {
    /// Shows the bot as typing, which Discord does for ten seconds (resources/channel#trigger-typing-indicator).
    ///
    /// An answer that only its asker will see needs no sign: Discord itself says there that the bot is thinking.
    package func showActivity(in room: RoomAddress) async {
        guard room.discordInteraction == nil else { return }
        await ActivitySign(lasts: 9, clock: clock).show {
            let known =
                if let user = room.discordUser { await record.privateChannel(of: user) } else {
                    room.discordChannel
                }
            guard let known else { return .impossible }
            switch try? await api.call(.typing(in: known), as: .init(patience: 0)) {
            case .held(let seconds): return .later(seconds)
            case .refusal(let refusal) where refusal.status == 429:
                return .later(refusal.retryAfter ?? 1)
            case .refusal(let refusal) where refusal.status < 500: return .impossible
            case .halted, nil: return .impossible
            case .ok, .refusal, .unreadable, .failed: return .shown
            }
        }
    }
}
