import Chat
import Cohorts
import Foundation
import HashTreeCollections
import Journal
import Support
import Testing

@testable import CohortBot

@Suite("Files on Telegram, with the whole bot", .timeLimit(.minutes(10)))
struct TelegramFilesTests {
    private static let essay = FakeTelegram.File(
        name: "../../Lila Q. essay.PDF", bytes: Array("%PDF-1.7 by nobody".utf8))

    private func running(
        _ body: @escaping @Sendable (TelegramLives, MemoryFileSystem) async throws -> Void
    ) async throws {
        try await FakeTelegram.running { telegram, base in
            try await body(TelegramLives(telegram: telegram, base: base), MemoryFileSystem())
        }
    }

    private func jobs(_ bot: Bot, _ count: Int) async {
        while await bot.decider.world.jobs.count != count { await Task.yield() }
    }

    @Test("a file is handed in across a kill, and reaches its reviewer under a neutral name")
    func peerReview() async throws {
        try await running { trial, disk in
            let telegram = trial.telegram
            let first = try await trial.live(disk) { bot in
                await trial.begin()
                await telegram.fail("getFile", status: 500, body: "", times: 100)
                await telegram.send(Self.essay, caption: "/submit Essay", from: trial.lila)
                // The next attempt never comes in this life: its clock stands.
                await jobs(bot, 1)
            }
            await telegram.mend()
            let (second, ids) = try await handOut(trial, first)
            // Nobody can be written to for an hour, and the process ends before.
            let third = try await trial.live(second) { bot in
                let wait = #"{"ok":false,"error_code":429,"parameters":{"retry_after":3600}}"#
                await telegram.fail("sendDocument", status: 429, body: wait)
                await telegram.say("/review open \(ids.marcos)", from: trial.marcos)
                // An answer may wait a quarter of a second before it is journalled.
                while await !bot.decider.world.owed.values.contains(where: { $0.file != nil }) {
                    trial.clock.advance(by: 0.05)
                    await Task.yield()
                }
                try await bot.journal.durable(upTo: .max)
            }
            await telegram.mend()
            try await trial.live(third) { _ in
                let work = await trial.next("a work by a fellow learner", to: trial.marcos.id)
                #expect(work.file?.bytes == Self.essay.bytes)
                let name = try #require(work.file?.name)
                #expect(name.wholeMatch(of: /work-w[0-9a-z]+\.pdf/) != nil)
                #expect(!work.text.contains("Lila"))
            }
        }
    }

    /// The second life: the file arrives, Marcos hands in, the reviews are handed out.
    private func handOut(
        _ trial: TelegramLives, _ disk: MemoryFileSystem
    ) async throws -> (left: MemoryFileSystem, ids: (marcos: String, lila: String)) {
        let telegram = trial.telegram
        var ids: [Int: String] = [:]
        let left = try await trial.live(disk) { _ in
            let answer = await trial.next("Essay handed in", to: trial.lila.id)
            #expect(answer.text.contains("version 1"))
            await telegram.say("/submit Essay | by Marcos", from: trial.marcos)
            _ = await trial.next("Essay handed in", to: trial.marcos.id)
            await telegram.say("/review plan 1 Essay", from: trial.emma, in: -100)
            _ = await trial.next("2 works, 2 reviewers", to: -100)
            await telegram.say("/review start Essay", from: trial.emma, in: -100)
            for person in [trial.marcos, trial.lila] {
                let told = await trial.next("You have 1 review to give", to: person.id)
                ids[told.chat] = told.text.firstMatch(of: /v[0-9][0-9a-z]*/).map { String($0.0) }
            }
        }
        return (left, (try #require(ids[trial.marcos.id]), try #require(ids[trial.lila.id])))
    }

    @Test("a file waits for its command, and a reply to it is one")
    func reply() async throws {
        try await running { trial, disk in
            try await trial.live(disk) { _ in
                await trial.begin()
                let telegram = trial.telegram
                let id = await telegram.keep(Self.essay)
                let chat = #""chat":{"id":11,"type":"private"},"date":1795428000"#
                let document = #""document":{"file_id":"\#(id)","file_name":"x.pdf"}"#
                let from = #""from":{"id":11,"is_bot":false,"first_name":"Lila"}"#
                let message = await telegram.deliverMessage("\(from),\(chat),\(document)")
                let asked = await telegram.nextMessage()
                #expect(asked.text.hasPrefix("I got a file, but not what to do with it."))
                #expect(asked.text.hasSuffix("/submit"))
                _ = await telegram.deliverMessage(
                    #"\#(from),\#(chat),"text":"/submit Essay","reply_to_message":"#
                        + #"{"message_id":\#(message),\#(from),\#(chat),\#(document)}"#)
                #expect(await telegram.nextMessage().text.hasPrefix("Essay handed in"))
                // In a group nobody spoke to the bot.
                await telegram.send(Self.essay, from: trial.lila, in: -100)
                #expect(await trial.say("/ping", from: trial.lila).text == "pong")
            }
        }
    }

    @Test(
        "too large: told at once where it is claimed, and after fetching where the claim is forged")
    func tooLarge() async throws {
        try await running { trial, disk in
            try await trial.live(disk) { bot in
                await trial.begin()
                let telegram = trial.telegram
                let large = FakeTelegram.File(
                    name: "x.pdf", bytes: [UInt8](repeating: 7, count: 21_000_000 + 1_000_000))
                await telegram.fail("getFile", status: 500, body: "", times: 1)
                await telegram.send(large, caption: "/submit Essay", from: trial.lila)
                let told = await telegram.nextMessage().text
                #expect(told.hasPrefix("That file is larger than 20 MB"))
                await telegram.mend()
                let id = await telegram.keep(large)
                _ = await telegram.deliverMessage(
                    #""from":{"id":11,"is_bot":false,"first_name":"Lila"},"date":1795428000,"#
                        + #""chat":{"id":11,"type":"private"},"caption":"/submit Essay","#
                        + #""document":{"file_id":"\#(id)","file_size":10}"#)
                #expect(await telegram.nextMessage().text == told)
                #expect(await bot.decider.world.works.isEmpty)
                #expect(await bot.decider.world.jobs.isEmpty)
            }
        }
    }

    @Test("a file that is gone is told at once")
    func gone() async throws {
        try await running { trial, disk in
            try await trial.live(disk) { _ in
                await trial.begin()
                let body =
                    #"{"ok":false,"error_code":400,"description":"Bad Request: wrong file_id"}"#
                await trial.telegram.fail("getFile", status: 400, body: body)
                await trial.telegram.send(
                    Self.essay, caption: "/submit Essay", from: trial.lila)
                #expect(
                    await trial.telegram.nextMessage().text.hasPrefix("I cannot get that file"))
            }
        }
    }

    @Test("a file that cannot be fetched is asked for again for ten minutes, with a sign of life")
    func unreachable() async throws {
        try await running { trial, disk in
            try await trial.live(disk) { bot in
                await trial.begin()
                let telegram = trial.telegram
                await telegram.fail("getFile", status: 500, body: "", times: 1_000)
                await telegram.send(Self.essay, caption: "/submit Essay", from: trial.lila)
                let isTold = Task { await telegram.nextMessage().text }
                await jobs(bot, 1)
                while await !bot.decider.world.jobs.isEmpty {
                    trial.clock.advance(by: 1)
                    await Task.yield()
                }
                let told = await isTold.value
                #expect(told.hasPrefix("I could not fetch that file"))
                #expect(await bot.decider.world.works.isEmpty)
                #expect(await Set(telegram.typing) == [trial.lila.id])
                // What it holds up goes on by itself.
                await telegram.mend()
                await telegram.send(
                    Self.essay, caption: "/submit Essay", from: trial.lila, at: trial.clock.now())
                #expect(await telegram.nextMessage().text.hasPrefix("Essay handed in"))
            }
        }
    }
}
