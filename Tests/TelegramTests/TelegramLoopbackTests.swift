import Chat
import CurlHTTP
import Logging
import Support
import Testing

@testable import Telegram

@Suite struct LoopbackTests {
    /// Answers through the platform before it says that the batch is safe.
    private struct Echo: Inbox {
        let platform: TelegramPlatform

        func receive(_ batch: [Incoming]) async {
            for incoming in batch {
                guard case .text(let text) = incoming.content else { continue }
                let message = Message(
                    room: incoming.room, text: [.plain("You said "), .quoted(text)],
                    buttons: [[Button("Again", "/again")]], replyTo: incoming.message)
                _ = await platform.send(message)
            }
        }
    }

    @Test("a message goes there and back over libcurl", .timeLimit(.minutes(10)))
    func echo() async throws {
        try await FakeTelegram.running { telegram, base in
            let http = HTTPClient()
            let token = try #require(TelegramToken(FakeTelegram.token))
            let made = TelegramPlatform(
                TelegramSettings(token: token, base: base), transport: http, clock: SteppedClock(),
                chance: { 0 }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                needsAuthority: { _ in false })
            let platform = try #require(made)
            let run = Task { try await platform.run(Echo(platform: platform)) }
            let lila = FakeTelegram.Person(id: 11, name: "Lila 😀")
            let asked = await telegram.say("é @lila \"😀\" \\", from: lila, in: -100, topic: 17)
            let answer = await telegram.nextMessage()
            #expect(answer.text == "You said é @lila \"😀\" \\")
            #expect(answer.entities == ["code"])
            #expect(answer.chat == -100 && answer.topic == 17 && answer.replyTo == asked)
            await telegram.press("/again", of: answer, from: lila)
            await telegram.say("/done", from: lila, replyingTo: answer)
            #expect(await telegram.nextMessage().text == "You said /done")
            run.cancel()
            try await run.value
            #expect(await telegram.confirmed == 104)
            await http.shutDown()
        }
    }

    @Test(
        "a file keeps all its words, in order and each once, whatever fits into a caption",
        .timeLimit(.minutes(10)),
        arguments: [(20, 0), (1_024, 0), (1_025, 1), (4_096, 1), (9_000, 3)])
    func longWords(length: Int, messages: Int) async throws {
        try await FakeTelegram.running { telegram, base in
            let http = HTTPClient()
            let token = try #require(TelegramToken(FakeTelegram.token))
            let made = TelegramPlatform(
                TelegramSettings(token: token, base: base), transport: http, clock: SteppedClock(),
                chance: { 0 }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                needsAuthority: { _ in false })
            let platform = try #require(made)
            // A rubric of numbered words; each 😀 counts as two.
            var rubric = ""
            while rubric.utf16.count < length - 12 {
                rubric += "w\(rubric.utf16.count)😀" + (rubric.utf16.count % 5 == 0 ? "\n" : " ")
            }
            rubric += String(repeating: "x", count: length - rubric.utf16.count)
            let file = KeptFile(digest: "ab", name: "work.pdf", mediaType: "text/plain", size: 4)
            let message = Message(
                room: RoomAddress(.telegram, "11"), text: [.quoted(rubric)],
                buttons: [[Button("Open", "/review open v1")]], file: file)
            guard case .sent = await platform.send(message, with: Array("work".utf8)) else {
                Issue.record("not sent")
                return
            }
            let sent = await telegram.sent
            #expect(sent.count == messages + 1)
            #expect(sent.last?.file?.bytes == Array("work".utf8))
            #expect(sent.dropLast().allSatisfy { $0.file == nil && !$0.text.isEmpty })
            let words = sent.flatMap { $0.text.split(whereSeparator: \.isWhitespace) }
            #expect(words == rubric.split(whereSeparator: \.isWhitespace))
            await http.shutDown()
        }
    }

    @Test("a file goes there and back over libcurl", .timeLimit(.minutes(10)))
    func files() async throws {
        try await FakeTelegram.running { telegram, base in
            let http = HTTPClient()
            let token = try #require(TelegramToken(FakeTelegram.token))
            let made = TelegramPlatform(
                TelegramSettings(token: token, base: base), transport: http, clock: SteppedClock(),
                chance: { 0 }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                needsAuthority: { _ in false })
            let platform = try #require(made)
            let work: [UInt8] = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            let room = RoomAddress(.telegram, "-100", topic: "17")
            let file = KeptFile(
                digest: "ab", name: "work 1.bin", mediaType: "text/plain", size: work.count)
            let result = await platform.send(
                Message(room: room, text: "Your turn", file: file), with: work)
            let sent = await telegram.nextMessage()
            #expect(result == .sent(id: String(sent.id)))
            #expect(sent.file?.name == "work_1.bin" && sent.file?.bytes == work)
            #expect(sent.topic == 17 && sent.text == "Your turn")
            #expect(await platform.fetch(Attachment(id: "F0"), upTo: 1 << 20) == .bytes(work))
            #expect(await platform.fetch(Attachment(id: "F0"), upTo: 1_000) == .tooLarge)
            #expect(await platform.fetch(Attachment(id: "F1"), upTo: 1 << 20) == .gone)
            let done = Message(room: room, text: "Done")
            #expect(await platform.edit(done, id: String(sent.id)) == .sent(id: String(sent.id)))
            #expect(await telegram.edits.map(\.text) == ["Done"])
            await http.shutDown()
        }
    }

    @Test("a token that the server does not know ends the run")
    func refused() async throws {
        try await FakeTelegram.running { _, base in
            let http = HTTPClient()
            let token = try #require(TelegramToken("1:wrong"))
            let made = TelegramPlatform(
                TelegramSettings(token: token, base: base), transport: http, clock: SteppedClock(),
                chance: { 0 }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                needsAuthority: { _ in false })
            let platform = try #require(made)
            await #expect(throws: TelegramRefused.self) {
                try await platform.run(Echo(platform: platform))
            }
            await http.shutDown()
        }
    }
}
