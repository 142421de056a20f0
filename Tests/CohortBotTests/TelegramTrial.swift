import Support

@testable import CohortBot

/// The whole bot under way on a fake Telegram, with a stepped clock and a disk in memory, for one life.
struct TelegramTrial: Sendable {
    let telegram: FakeTelegram
    let bot: Bot
    let clock: SteppedClock

    /// Runs it for as long as the body takes.
    static func running(_ body: @Sendable (TelegramTrial) async throws -> Void) async throws {
        try await FakeTelegram.running { telegram, base in
            let lives = TelegramLives(telegram: telegram, base: base)
            try await lives.live(MemoryFileSystem()) { bot in
                try await body(
                    TelegramTrial(telegram: telegram, bot: bot, clock: lives.clock))
            }
        }
    }
}
