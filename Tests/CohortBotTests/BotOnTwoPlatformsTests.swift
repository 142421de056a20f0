import Chat
import Cohorts
import Commands
import Configuration
import CurlHTTP
import Delivery
import Discord
import Foundation
import HashTreeCollections
import Support
import Synchronization
import Telegram
import Testing

@testable import CohortBot

/// One bot on a fake Telegram and a fake Discord at once.
@Suite("One cohort on two platforms", .timeLimit(.minutes(10)))
struct BotOnTwoPlatformsTests {
    private struct Trial: Sendable {
        let telegram: FakeTelegram
        let discord: FakeDiscord
        let bot: Bot
        let clock: SteppedClock
    }

    private func running(_ body: @Sendable (Trial) async throws -> Void) async throws {
        try await FakeTelegram.running { telegram, telegramBase in
            try await FakeDiscord.running { discord, discordBase in
                let trial = TrialBot()
                let http = HTTPClient()
                let suggester = CommandSuggester()
                let first = TelegramPlatform(
                    .init(
                        token: try #require(TelegramToken(FakeTelegram.token)), base: telegramBase,
                        isPaced: false),
                    transport: http, clock: trial.clock, chance: { 0 }, logger: TrialBot.logger,
                    needsAuthority: { Bot.commands.needsAuthority($0) })
                let second = DiscordPlatform(
                    .init(
                        token: try #require(DiscordToken(FakeDiscord.token)), base: discordBase,
                        forms: Bot.commands.cards.compactMap { DiscordForm($0) }),
                    transport: http, clock: trial.clock, chance: { 0 }, logger: TrialBot.logger,
                    suggester: suggester, needsAuthority: { Bot.commands.needsAuthority($0) })
                let (there, here) = (try #require(first), try #require(second))
                var parts = try trial.parts()
                parts.configuration.pacing = .off
                let bot = try await Bot.build(parts, platforms: [there, here])
                suggester.connect(bot)
                let tasks = [
                    Task { await bot.outbox.run() },
                    Task { _ = try? await there.run(bot.decider) },
                    Task { _ = try? await here.run(bot.decider) },
                ]
                await discord.waitForSessions(1)
                try await body(
                    Trial(telegram: telegram, discord: discord, bot: bot, clock: trial.clock))
                for task in tasks { task.cancel() }
                for task in tasks { await task.value }
                await http.shutDown()
            }
        }
    }

    private static let emmaThere = FakeTelegram.Person(id: 12, name: "Emma")
    private static let lilaThere = FakeTelegram.Person(id: 11, name: "Lila")
    private static let emma = FakeDiscord.Person(id: 92, name: "Emma", permissions: 32)
    private static let lila = FakeDiscord.Person(id: 91, name: "lila_k")

    /// A slash command with one option at most.
    private func use(
        _ words: String, _ option: (String, String)? = nil, by person: FakeDiscord.Person,
        on discord: FakeDiscord, type: Int = 2, focused: Bool = false
    ) async -> FakeDiscord.Sent {
        let names = words.split(separator: " ")
        let last = option.map {
            #"{"name":"\#($0.0)","type":3,"value":"\#($0.1)","focused":\#(focused)}"#
        }
        var options = "[\(last ?? "")]"
        if names.count > 1 {
            options = #"[{"name":"\#(names[1])","type":1,"options":\#(options)}]"#
        }
        await discord.interact(
            type, #"{"name":"\#(names[0])","options":\#(options)}"#, by: person)
        return await discord.nextSent()
    }

    private func members(of trial: Trial) async -> Int? {
        await trial.bot.decider.world.cohorts[CohortID(rawValue: "ml-101")]?.members.count
    }

    @Test("one roster, one set of deadlines, and whoever is on both is one person told once")
    func together() async throws {
        try await running { trial in
            let (telegram, discord) = (trial.telegram, trial.discord)
            await telegram.setAdministrators([12])
            await telegram.say("/cohort new ML-101", from: Self.emmaThere, in: -100)
            #expect(await telegram.nextMessage().text.hasPrefix("ML-101 is made"))
            await telegram.say("/cohort invite", from: Self.emmaThere)
            let invited = await telegram.nextMessage().text
            let code = try #require(invited.firstMatch(of: /attach ([A-Z0-9-]{9})/)).1
            let attached = await use(
                "cohort attach", ("code", String(code)), by: Self.emma, on: discord)
            #expect(attached.content.contains("ML-101"))

            await telegram.say("/join", from: Self.lilaThere, in: -100)
            #expect(await telegram.nextMessage().text.hasPrefix("You joined ML-101"))
            let joined = await use("join", by: Self.lila, on: discord)
            #expect(joined.content.hasPrefix("You joined ML-101"))
            #expect(await members(of: trial) == 3)

            let link = await use("link", by: Self.lila, on: discord)
            #expect(link.isEphemeral)
            let mine = try #require(link.content.firstMatch(of: /\/link ([A-Z0-9-]{9})/)).1
            await telegram.say("/link \(mine)", from: Self.lilaThere)
            #expect(await telegram.nextMessage().text.hasPrefix("Done: here and as lila_k"))
            #expect(await discord.nextSent().content.contains("by the code that you asked for"))
            #expect(await members(of: trial) == 2)

            await telegram.say(
                "/deadline add Quiz 1 | tomorrow 5pm", from: Self.emmaThere, in: -100)
            #expect(await telegram.nextMessage().text.contains("Quiz 1"))
            let news = await discord.nextSent()
            #expect(news.way == .message && news.place == FakeDiscord.channel)
            #expect(news.content.hasPrefix("New in ML-101") && news.content.contains("Quiz 1"))
            let list = await use("deadline list", by: Self.lila, on: discord)
            #expect(list.content.contains("Quiz 1") && list.content.contains(":R>"))

            await discord.say(
                "!deadline add Essay | in 30 days", from: Self.emma, roles: ["3"])
            #expect(await discord.nextSent().content.contains("Essay"))
            let there = await telegram.nextMessage()
            #expect(there.chat == -100 && there.text.hasPrefix("New in ML-101: Essay"))

            let before = await discord.sent.count
            // Looks at what is ahead come before the reminder itself, six hours before it is due.
            for _ in 0..<2 {
                let next = try #require(await trial.bot.decider.agenda.next)
                trial.clock.advance(to: next)
                _ = await trial.bot.decider.fireDue()
            }
            // Emma, who moderates, and Lila: each once, where they wrote last in private.
            let reminded = [await telegram.nextMessage(), await telegram.nextMessage()]
            #expect(reminded.allSatisfy { $0.text.contains("Quiz 1") })
            #expect(Set(reminded.map(\.chat)) == [11, 12])
            #expect(await discord.sent.count == before)
        }
    }

    @Test("a date is echoed while it is typed, and a form opens for what is long")
    func native() async throws {
        try await running { trial in
            let (discord, lila) = (trial.discord, Self.lila)
            let typing = await use(
                "remind", ("when", "tomorrow 5pm"), by: lila, on: discord, type: 4, focused: true)
            #expect(typing.way == .callback(type: 8))
            #expect(await use("ask", by: lila, on: discord).way == .callback(type: 9))
        }
    }
}
