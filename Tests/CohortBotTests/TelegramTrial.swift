import Commands
import Configuration
import CurlHTTP
import Delivery
import Foundation
import Support
import Telegram
import Testing

@testable import CohortBot

/// The whole bot under way on a fake Telegram, with a stepped clock and a disk in memory.
struct TelegramTrial: Sendable {
    let telegram: FakeTelegram
    let bot: Bot
    let clock: SteppedClock

    /// Runs it for as long as the body takes, and ends it in good order.
    static func running(_ body: @Sendable (TelegramTrial) async throws -> Void) async throws {
        try await FakeTelegram.running { telegram, base in
            let trial = TrialBot()
            let http = HTTPClient()
            let token = try #require(TelegramToken(FakeTelegram.token))
            let made = TelegramPlatform(
                .init(token: token, base: base, isPaced: false), transport: http,
                clock: trial.clock, chance: { 0 }, logger: TrialBot.logger,
                needsAuthority: { Bot.commands.needsAuthority($0) })
            let platform = try #require(made)
            var parts = try trial.parts()
            parts.configuration.pacing = .off
            let bot = try await Bot.build(parts, platforms: [platform])
            let sending = Task { await bot.outbox.run() }
            let hearing = Task { try await platform.run(bot.decider) }
            try await body(TelegramTrial(telegram: telegram, bot: bot, clock: trial.clock))
            hearing.cancel()
            sending.cancel()
            try await hearing.value
            await sending.value
            await http.shutDown()
        }
    }
}
