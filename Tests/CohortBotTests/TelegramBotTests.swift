import Support
import Testing

@testable import CohortBot

@Suite("The whole bot on Telegram")
struct TelegramBotTests {
    @Test("a group becomes a cohort, a learner joins and is reminded in private")
    func group() async throws {
        try await TelegramTrial.running { trial in
            let (telegram, bot) = (trial.telegram, trial.bot)
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
        }
    }
}
