import Chat
import Commands
import Configuration
import CurlHTTP
import Delivery
import Discord
import Foundation
import Support

@testable import CohortBot

/// The whole bot on a fake Discord and a disk in memory; each `live` is one life of its process.
struct DiscordLives: Sendable {
    let discord: FakeDiscord
    let base: String
    let clock = SteppedClock()
    let lila = FakeDiscord.Person(id: 11, name: "Lila")
    let marcos = FakeDiscord.Person(id: 12, name: "Marcos")
    let emma = FakeDiscord.Person(id: 13, name: "Emma", permissions: 32)

    /// Starts the bot on a disk, and kills it when `body` is over: nothing more is sent or written.
    /// - Returns: the disk as it is left.
    @discardableResult
    func live(
        _ disk: MemoryFileSystem, _ body: (Bot) async throws -> Void
    ) async throws -> MemoryFileSystem {
        guard let token = DiscordToken(FakeDiscord.token) else { throw TrialBot.Broken.sample }
        let http = HTTPClient()
        let made = DiscordPlatform(
            .init(
                token: token, base: base,
                forms: Bot.commands.cards.compactMap { DiscordForm($0) }),
            transport: http, clock: clock, chance: { 0 }, logger: TrialBot.logger,
            store: GatewayFile(directory: "state", files: disk),
            needsAuthority: { Bot.commands.needsAuthority($0) })
        guard let platform = made else { throw TrialBot.Broken.sample }
        var parts = try TrialBot(disk: disk).parts()
        parts.clock = clock
        parts.configuration.pacing = .off
        let bot = try await Bot.build(parts, platforms: [platform])
        let before = await discord.sessions + discord.resumes
        let tasks: [Task<Void, Never>] = [
            Task { await bot.outbox.run() }, Task { _ = try? await bot.jobRunner.run() },
            Task { _ = try? await platform.run(bot.decider) },
        ]
        await discord.waitForSessions(before + 1)
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

    /// Emma's server is a cohort with an essay due, and Lila and Marcos are in it.
    func begin() async {
        await use(
            #"{"name":"cohort","options":[{"name":"new","type":1,"options":[{"name":"name","type":3,"value":"ML-101"}]}]}"#,
            by: emma)
        for person in [lila, marcos, emma] { await use(#"{"name":"join"}"#, by: person) }
        await say("!deadline add Essay | in 5 days", from: emma, roles: ["3"])
    }

    /// Says something and reads the answer.
    @discardableResult
    func say(
        _ text: String, from person: FakeDiscord.Person, privately: Bool = false,
        roles: [String] = [], replyingTo message: String? = nil,
        with files: [FakeTelegram.File] = []
    ) async -> FakeDiscord.Sent {
        await discord.say(
            text, from: person, privately: privately, roles: roles, replyingTo: message,
            with: files)
        return await discord.nextSent()
    }

    /// Uses a command, told as Discord tells its data, and reads the answer.
    @discardableResult
    func use(_ data: String, by person: FakeDiscord.Person) async -> FakeDiscord.Sent {
        await discord.interact(2, data, by: person)
        return await discord.nextSent()
    }
}
