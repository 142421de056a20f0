import FoundationEssentials

/// What the polling and the sending side have to remember between calls.
actor TelegramRecord {
    private(set) var health = TelegramHealth()
    /// How many parts of a long message are out already, by the message's key.
    private var partsOut: [String: Int] = [:]

    private static let mostUnfinished = 1_000

    func introduced(_ bot: TelegramUser) { health.username = bot.username }

    /// - Returns: whether Telegram had been in trouble before.
    func polled(at now: Date, updates: Int, skipped: Int) -> Bool {
        defer { health.trouble = nil }
        health.lastPoll = now
        health.updates += updates
        health.skipped += skipped
        return health.trouble != nil
    }

    func troubled(_ words: String) { health.trouble = words }

    func refused(_ refusal: TelegramRefused) {
        health.isRefused = true
        health.trouble = refusal.description
    }

    /// Which part of a message to go on with, so that trying again repeats no part that is out.
    func firstPart(of key: String) -> Int { partsOut[key] ?? 0 }

    func sent(_ count: Int, of total: Int, key: String) {
        guard !key.isEmpty else { return }
        if count < total, partsOut.count < Self.mostUnfinished {
            partsOut[key] = count
        } else {
            partsOut[key] = nil
        }
    }
}
