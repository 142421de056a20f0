import Cohorts
import Foundation
import Support
import Testing

@testable import CohortBot

@Suite("The whole bot on Telegram after it was away", .timeLimit(.minutes(10)))
struct TelegramAwayTests {
    private static let lila = FakeTelegram.Person(id: 11, name: "Lila")
    private static let emma = FakeTelegram.Person(id: 12, name: "Emma")
    private static let long = SteppedClock.start.addingTimeInterval(-7_200)

    @Test(
        "old changes are asked about once, old questions get one note, and nothing is done blindly")
    func backlog() async throws {
        try await TelegramTrial.running { trial in
            let (telegram, bot) = (trial.telegram, trial.bot)
            await telegram.say("/deadline list", from: Self.lila, at: Self.long)
            #expect(await telegram.nextMessage().text.hasPrefix("I was offline for a while"))
            await telegram.say("/help", from: Self.lila, at: Self.long)
            await telegram.say("/remind tomorrow 5pm tea", from: Self.lila, at: Self.long)
            let asked = await telegram.nextMessage()
            #expect(asked.text.contains("“/remind tomorrow 5pm tea”"))
            #expect(asked.buttons == [["/missed do", "/missed drop"]])
            #expect(await bot.decider.world.reminders.isEmpty)
            await telegram.press("/missed do", of: asked, from: Self.lila)
            #expect(await telegram.nextMessage().text.hasPrefix("Saved: tea."))
            await telegram.press("/missed do", of: asked, from: Self.lila)
            #expect(await telegram.nextMessage().text == "Nothing of yours waits here.")
            #expect(await bot.decider.world.reminders.count == 1)
        }
    }

    @Test("a corrected typo is a first try; what was carried out is not done again")
    func edits() async throws {
        try await TelegramTrial.running { trial in
            let (telegram, bot) = (trial.telegram, trial.bot)
            let typo = await telegram.say("/pnig", from: Self.lila)
            #expect(await telegram.nextMessage().text.contains("/ping"))
            await telegram.edit(typo, to: "/ping", from: Self.lila)
            #expect(await telegram.nextMessage().text == "pong")
            let done = await telegram.say("/remind in 3 hours tea", from: Self.lila)
            #expect(await telegram.nextMessage().text.hasPrefix("Saved: tea."))
            await telegram.edit(done, to: "/remind in 4 hours tea", from: Self.lila)
            #expect(await telegram.nextMessage().text.hasPrefix("I read a message once"))
            #expect(await bot.decider.world.reminders.count == 1)
        }
    }

    @Test("what is private waits for whoever never opened a private chat, and comes when they do")
    func waiting() async throws {
        try await TelegramTrial.running { trial in
            let telegram = trial.telegram
            await telegram.setAdministrators([12])
            await telegram.say("/cohort new ML-101", from: Self.emma, in: -100)
            _ = await telegram.nextMessage()
            await telegram.say("/reminders", from: Self.lila, in: -100)
            let call = await telegram.nextMessage()
            #expect(call.chat == -100 && call.text.contains("https://t.me/"))
            #expect(!call.text.contains("reminders"))
            await telegram.say("/start _waiting", from: Self.lila)
            #expect(await telegram.nextMessage().text.contains("Lila"))
            let waited = await telegram.nextMessage()
            #expect(waited.chat == 11 && waited.text.hasPrefix("You have no reminders."))
        }
    }
}
