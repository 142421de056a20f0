import Chat
import Commands
import Configuration
import CurlHTTP
import Delivery
import Foundation
import Support
import Telegram

@testable import CohortBot

/// The whole bot on a fake Telegram and a disk in memory; each `live` is one life of its process.
struct TelegramLives: Sendable {
    let telegram: FakeTelegram
    let base: String
    let clock = SteppedClock()
    let lila = FakeTelegram.Person(id: 11, name: "Lila")
    let marcos = FakeTelegram.Person(id: 12, name: "Marcos")
    let emma = FakeTelegram.Person(id: 13, name: "Emma")

    /// Starts the bot on a disk, and kills it when `body` is over: nothing more is sent or written.
    /// - Returns: the disk as it is left.
    @discardableResult
    func live(
        _ disk: MemoryFileSystem, _ body: (Bot) async throws -> Void
    ) async throws -> MemoryFileSystem {
        guard let token = TelegramToken(FakeTelegram.token) else { throw TrialBot.Broken.sample }
        let http = HTTPClient()
        let made = TelegramPlatform(
            .init(token: token, base: base, isPaced: false), transport: http, clock: clock,
            chance: { 0 }, logger: TrialBot.logger,
            needsAuthority: { Bot.commands.needsAuthority($0) })
        guard let platform = made else { throw TrialBot.Broken.sample }
        var parts = try TrialBot(disk: disk).parts()
        parts.clock = clock
        parts.configuration.pacing = .off
        let bot = try await Bot.build(parts, platforms: [platform])
        let tasks: [Task<Void, Never>] = [
            Task { await bot.outbox.run() }, Task { _ = try? await bot.jobRunner.run() },
            Task { _ = try? await platform.run(bot.decider) },
        ]
        do {
            try await body(bot)
        } catch {
            for task in tasks { task.cancel() }
            throw error
        }
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
        await http.shutDown()
        return disk.afterKill()
    }

    /// Emma's group is a cohort with an essay due, and Lila and Marcos are in it.
    func begin() async {
        await telegram.setAdministrators([emma.id])
        await say("/cohort new ML-101", from: emma)
        for person in [lila, marcos, emma] { await say("/join", from: person) }
        await say("/deadline add Essay | in 5 days", from: emma)
        for person in [lila, marcos, emma] { await say("/start", from: person, privately: true) }
    }

    /// Says something and reads the answer.
    @discardableResult
    func say(
        _ text: String, from person: FakeTelegram.Person, privately: Bool = false
    ) async -> FakeTelegram.Sent {
        await telegram.say(text, from: person, in: privately ? nil : -100)
        return await telegram.nextMessage()
    }

    /// Waits for a message to a chat that says something; those before it may be the same ones again, after a kill.
    func next(_ words: String, to chat: Int) async -> FakeTelegram.Sent {
        while true {
            let found = await telegram.sent.last { $0.chat == chat && $0.text.contains(words) }
            if let found { return found }
            await Task.yield()
        }
    }
}
