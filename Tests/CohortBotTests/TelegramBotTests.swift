import Chat
import Commands
import Configuration
import CurlHTTP
import Delivery
import Foundation
import Journal
import Operations
import ServiceLifecycle
import Support
import Telegram
import Testing

@testable import CohortBot

@Suite("The whole bot on Telegram")
struct TelegramBotTests {
    @Test("a group becomes a cohort, a learner joins and is reminded in private")
    func group() async throws {
        try await FakeTelegram.running { telegram, base in
            let trial = TrialBot()
            let http = HTTPClient()
            let token = try #require(TelegramToken(FakeTelegram.token))
            let made = TelegramPlatform(
                .init(token: token, base: base, isPaced: false), transport: http,
                clock: trial.clock,
                chance: { 0 }, logger: TrialBot.logger,
                needsAuthority: { Bot.commands.needsAuthority($0) })
            let platform = try #require(made)
            var parts = try trial.parts()
            parts.configuration.pacing = .off
            let bot = try await Bot.build(parts, platforms: [platform])
            let sending = Task { await bot.outbox.run() }
            let hearing = Task { try await platform.run(bot.decider) }
            let emma = FakeTelegram.Person(id: 12, name: "Emma <b>@all")
            let lila = FakeTelegram.Person(id: 11, name: "Lila")
            await telegram.setAdministrators([12])

            await telegram.say("/cohort new ML-101", from: lila, in: -100)
            #expect(await telegram.nextMessage().text.contains("is for moderators"))
            await telegram.say("/cohort new ML-101", from: emma, in: -100)
            #expect(await telegram.nextMessage().text.hasPrefix("ML-101 is made"))
            await telegram.say("/join", from: lila, in: -100, topic: 7)
            let joined = await telegram.nextMessage()
            #expect(joined.text.hasPrefix("You joined ML-101."))
            #expect(joined.topic == 7)
            await telegram.say("/deadline add Quiz 1 | tomorrow 5pm", from: emma, in: -100)
            #expect(await telegram.nextMessage().text.contains("2 learners will be reminded"))
            await telegram.say("/remind in 20 minutes stretch", from: lila)
            let saved = await telegram.nextMessage()
            #expect(saved.text.hasPrefix("Saved: stretch."))
            let id = try #require(saved.text.firstMatch(of: /Id (r[0-9a-z]+)/)).1
            #expect(saved.buttons == [["/reminders delete \(id)"]])

            trial.clock.advance(by: 20 * 60)
            _ = await bot.decider.fireDue()
            let due = await telegram.nextMessage()
            #expect(due.text == "Reminder: stretch")
            #expect(due.chat == 11)
            hearing.cancel()
            sending.cancel()
            try await hearing.value
            await sending.value
            await http.shutDown()
        }
    }
}
