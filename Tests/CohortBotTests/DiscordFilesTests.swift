import Chat
import Cohorts
import Foundation
import HashTreeCollections
import Journal
import Support
import Testing

@testable import CohortBot

@Suite("Files on Discord, with the whole bot", .timeLimit(.minutes(10)))
struct DiscordFilesTests {
    private static let essay = FakeTelegram.File(
        name: "../../Lila Q. essay.PDF", bytes: Array("%PDF-1.7 by nobody".utf8))

    private func running(
        _ body: @escaping @Sendable (DiscordLives, MemoryFileSystem) async throws -> Void
    ) async throws {
        try await FakeDiscord.running { discord, base in
            try await body(DiscordLives(discord: discord, base: base), MemoryFileSystem())
        }
    }

    private func jobs(_ bot: Bot, _ count: Int) async {
        while await bot.decider.world.jobs.count != count { await Task.yield() }
    }

    private func work(_ bot: Bot) async -> KeptFile? {
        await bot.decider.world.works.values.first?.file
    }

    @Test(
        "a file is handed in with a message, as a reply to one, with a command's option, and in a form"
    )
    func handedIn() async throws {
        try await running { trial, disk in
            try await trial.live(disk) { bot in
                await trial.begin()
                let (discord, lila) = (trial.discord, trial.lila)
                let first = await trial.say(
                    "!submit Essay", from: lila, privately: true, with: [Self.essay])
                #expect(first.content.hasPrefix("Essay handed in"))
                let kept = try #require(await work(bot))
                #expect(kept.name.wholeMatch(of: /work-w[0-9a-z]+\.pdf/) != nil)
                #expect(kept.size == Self.essay.bytes.count)

                let asked = await trial.say("", from: lila, privately: true, with: [Self.essay])
                #expect(asked.content.hasPrefix("I got a file, but not what to do with it."))
                let message = await discord.say("here", from: lila, with: [Self.essay])
                await discord.say("!submit Essay", from: lila, replyingTo: message)
                #expect(await discord.nextSent().content.hasPrefix("Essay handed in"))

                let option = await discord.option(Self.essay)
                let answer = await trial.use(
                    """
                    {"name":"submit","options":[{"name":"assignment","type":3,"value":"Essay"},
                    {"name":"file","type":11,"value":"\(option.id)"}],\(option.resolved)}
                    """, by: lila)
                #expect(answer.content.hasPrefix("Essay handed in") && answer.isEphemeral)
                #expect(answer.content.contains("version 3"))

                let upload = await discord.option(Self.essay)
                await discord.interact(
                    5,
                    """
                    {"custom_id":"submit|1","components":[
                    {"type":18,"component":{"type":4,"custom_id":"assignment","value":"Essay"}},
                    {"type":18,"component":{"type":4,"custom_id":"work","value":""}},
                    {"type":18,"component":{"type":19,"custom_id":"file","values":["\(upload.id)"]}}
                    ],\(upload.resolved)}
                    """, by: lila)
                #expect(await discord.nextSent().content.contains("version 4"))
            }
        }
    }

    @Test("a calendar is taken over from a command's option")
    func calendar() async throws {
        try await running { trial, disk in
            try await trial.live(disk) { bot in
                await trial.begin()
                let lines = [
                    "BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "SUMMARY:Quiz 7",
                    "DTSTART:20261203T120000Z", "END:VEVENT", "END:VCALENDAR", "",
                ]
                let file = FakeTelegram.File(
                    name: "course.ics", bytes: Array(lines.joined(separator: "\r\n").utf8))
                let option = await trial.discord.option(file)
                let answer = await trial.use(
                    """
                    {"name":"deadline","options":[{"name":"import","type":1,"options":[
                    {"name":"file","type":11,"value":"\(option.id)"}]}],\(option.resolved)}
                    """, by: trial.emma)
                #expect(answer.content.contains("Quiz 7"))
            }
        }
    }

    @Test("an address that has run out is told anew by its message, also after a restart")
    func expired() async throws {
        try await running { trial, disk in
            let left = try await trial.live(disk) { bot in
                await trial.begin()
                await trial.discord.letFiles(.expired)
                let answer = await trial.say(
                    "!submit Essay", from: trial.lila, privately: true, with: [Self.essay])
                #expect(answer.content.hasPrefix("Essay handed in"))
                // The next attempt never comes in this life: its clock stands.
                await trial.discord.letFiles(.down)
                await trial.discord.say(
                    "!submit Essay", from: trial.lila, privately: true, with: [Self.essay])
                await jobs(bot, 1)
            }
            await trial.discord.letFiles(.expired)
            try await trial.live(left) { bot in
                await jobs(bot, 0)
                while await bot.decider.world.works.values.first?.version != 2 {
                    await Task.yield()
                }
            }
        }
    }

    @Test("what is gone, empty, too large or one of several is told at once, and once")
    func refused() async throws {
        try await running { trial, disk in
            try await trial.live(disk) { bot in
                await trial.begin()
                let (discord, lila) = (trial.discord, trial.lila)
                func told(_ files: [FakeTelegram.File]) async -> String {
                    await trial.say("!submit Essay", from: lila, privately: true, with: files)
                        .content
                }
                let empty = FakeTelegram.File(name: "x.pdf", bytes: [])
                #expect(await told([empty]).hasPrefix("That file is empty"))
                let large = FakeTelegram.File(
                    name: "x.pdf", bytes: [UInt8](repeating: 7, count: 22_000_000))
                #expect(await told([large]).hasPrefix("That file is larger than 20 MB"))
                #expect(await told([Self.essay, empty]).hasPrefix("That message has 2 files"))
                // A command's own file is held by no message that could tell a new address.
                let option = await discord.option(Self.essay)
                await discord.letFiles(.expired)
                let answer = await trial.use(
                    """
                    {"name":"submit","options":[{"name":"assignment","type":3,"value":"Essay"},
                    {"name":"file","type":11,"value":"\(option.id)"}],\(option.resolved)}
                    """, by: lila)
                #expect(answer.content.hasPrefix("I cannot get that file"))
                #expect(await bot.decider.world.works.isEmpty)
                #expect(await bot.decider.world.jobs.isEmpty)
            }
        }
    }

    @Test("a file that lies with anybody else is not fetched")
    func elsewhere() async throws {
        try await running { trial, disk in
            try await trial.live(disk) { bot in
                await trial.begin()
                let resolved =
                    #""resolved":{"attachments":{"7":{"id":"7","url":"http://127.0.0.1:1/x"}}}"#
                let answer = await trial.use(
                    """
                    {"name":"submit","options":[{"name":"assignment","type":3,"value":"Essay"},
                    {"name":"file","type":11,"value":"7"}],\(resolved)}
                    """, by: trial.lila)
                #expect(answer.content.hasPrefix("I cannot get that file"))
                #expect(await bot.decider.world.works.isEmpty)
            }
        }
    }
}
