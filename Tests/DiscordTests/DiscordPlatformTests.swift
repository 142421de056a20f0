import Chat
import CurlHTTP
import FoundationEssentials
import Logging
import Support
import Synchronization
import Testing

@testable import Discord

@Suite(.timeLimit(.minutes(10))) struct DiscordPlatformTests {
    private static let lila = FakeDiscord.Person(id: 11, name: "Lila")
    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// Keeps a record in memory, as a file would.
    private final class Store: GatewayStore {
        let record = Mutex<GatewayRecord?>(nil)
        func load() async -> GatewayRecord? { record.withLock { $0 } }
        func save(_ record: GatewayRecord) async { self.record.withLock { $0 = record } }
    }

    /// Answers each message through the platform, in the way that its words ask for.
    private struct Echo: Inbox {
        let platform: DiscordPlatform

        func receive(_ batch: [Incoming]) async {
            for incoming in batch { await answer(incoming) }
        }

        private func answer(_ incoming: Incoming) async {
            var (room, replyTo) = (incoming.room, incoming.message)
            let words: String
            switch incoming.content {
            case .text(let text): words = text
            case .press(let data): words = "pressed \(data)"
            case .command("silent", _): return
            case .command(let name, let fields):
                words = "\(name) \(fields["text"] ?? "") \(incoming.sender.authority)"
                if name == "secret", let aside = incoming.aside { (room, replyTo) = (aside, nil) }
            default: return
            }
            guard !incoming.place.isPrivate || words != "quiet" else { return }
            _ = await platform.send(
                Message(
                    room: room, text: [.quoted(words)], buttons: [[Button("Again", "/again")]],
                    replyTo: incoming.place.isPrivate ? nil : replyTo, key: "\(incoming.cause).0"))
        }
    }

    /// Runs a bot against the fake for as long as the test does.
    private func running(
        _ clock: SteppedClock = SteppedClock(), store: Store? = nil,
        settings change: @Sendable (inout DiscordSettings) -> Void = { _ in },
        _ test: @Sendable (FakeDiscord, DiscordPlatform) async throws -> Void
    ) async throws {
        try await FakeDiscord.running { discord, base in
            try await bot(on: discord, at: base, clock, store, change) {
                try await test(discord, $0)
            }
        }
    }

    private func bot(
        on discord: FakeDiscord, at base: String, _ clock: SteppedClock, _ store: Store?,
        _ change: @Sendable (inout DiscordSettings) -> Void = { _ in },
        _ test: @Sendable (DiscordPlatform) async throws -> Void
    ) async throws {
        let http = HTTPClient(HTTPConfiguration(proxy: .direct))
        let token = try #require(DiscordToken(FakeDiscord.token))
        var settings = DiscordSettings(token: token, base: base)
        change(&settings)
        let made = DiscordPlatform(
            settings, transport: http, clock: clock, chance: { 0 }, logger: Self.logger,
            store: store)
        let platform = try #require(made)
        let before = await discord.sessions + discord.resumes
        let run = Task { try await platform.run(Echo(platform: platform)) }
        await discord.waitForSessions(before + 1)
        try await test(platform)
        run.cancel()
        try await run.value
        await http.shutDown()
    }

    @Test("a message goes there and back over libcurl, as a reply that pings and formats nothing")
    func echo() async throws {
        try await running { discord, platform in
            let asked = await discord.say("é @everyone **x** \"😀\" \\", from: Self.lila)
            let answer = await discord.nextSent()
            #expect(answer.way == .message && answer.place == FakeDiscord.channel)
            #expect(answer.content == "é \\@everyone \\*\\*x\\*\\* \"😀\" \\\\")
            #expect(answer.replyTo == asked && answer.buttons == ["0|/again"])
            #expect(await platform.health.sessions == 1)
        }
    }

    @Test("a private message is answered in the private chat that Discord opens")
    func privately() async throws {
        try await running { discord, _ in
            await discord.say("hello", from: Self.lila, privately: true)
            let answer = await discord.nextSent()
            #expect(answer.place == "911" && answer.content == "hello" && answer.replyTo == nil)
        }
    }

    @Test("commands and presses are answered as interactions, what is private for one alone")
    func interactions() async throws {
        try await running { discord, _ in
            let boss = FakeDiscord.Person(id: 12, name: "Emma", permissions: 32)
            let data = #"{"name":"say","options":[{"name":"text","type":3,"value":"a | b"}]}"#
            let first = await discord.interact(2, data, by: boss)
            let answer = await discord.nextSent()
            #expect(answer.way == .callback(type: 4) && answer.place == first)
            #expect(answer.content == "say a \\| b administrator" && !answer.isEphemeral)
            await discord.interact(2, #"{"name":"secret"}"#, by: Self.lila)
            let secret = await discord.nextSent()
            #expect(secret.way == .callback(type: 4) && secret.isEphemeral)
            await discord.interact(3, #"{"custom_id":"0|/again"}"#, by: Self.lila)
            #expect(await discord.nextSent().content == "pressed /again")
        }
    }

    @Test(
        "what takes long is acknowledged in time, filled when it is done, and cleared when nothing comes"
    )
    func acknowledged() async throws {
        let clock = SteppedClock()
        try await running(clock) { discord, platform in
            let id = await discord.interact(2, #"{"name":"silent"}"#, by: Self.lila)
            await clock.waitForSleeper(in: 1.5)
            clock.advance(by: 1.5)
            let thinking = await discord.nextSent()
            #expect(thinking.way == .callback(type: 5) && thinking.isEphemeral)
            let message = Message(
                room: RoomAddress(.discord, FakeDiscord.channel), text: "at last",
                replyTo: "i\(id)", key: "1.0")
            guard case .sent = await platform.send(message) else {
                Issue.record("not sent")
                return
            }
            #expect(await discord.nextSent().way == .filled)
            // What follows goes to the channel, where a lost answer cannot double it.
            var more = message
            more.key = "1.1"
            for _ in 0..<2 { _ = await platform.send(more) }
            #expect(await discord.nextSent().way == .message)
            await discord.fail("/messages", status: 403, body: #"{"code":50013}"#)
            more.key = "1.2"
            _ = await platform.send(more)
            #expect(await discord.nextSent().way == .followUp)
        }
    }

    @Test("an answer whose interaction is unknown goes to the channel, a private one to the person")
    func elsewhere() async throws {
        try await running { discord, platform in
            _ = await platform.send(
                Message(
                    room: RoomAddress(.discord, FakeDiscord.channel), text: "late", replyTo: "i77"))
            let late = await discord.nextSent()
            #expect(late.way == .message && late.replyTo == nil)
            _ = await platform.send(
                Message(room: RoomAddress(.discord, "@11", topic: "i77"), text: "psst"))
            #expect(await discord.nextSent().place == "911")
            let wrong = await platform.send(Message(room: RoomAddress(.discord, "x"), text: "x"))
            #expect(wrong == .invalid(reason: "not a Discord channel"))
        }
    }

    @Test("a file goes along under its neutral name: in a channel, as an answer, and behind one")
    func files() async throws {
        let work: [UInt8] = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let channel = RoomAddress(.discord, FakeDiscord.channel)
        @Sendable func message(_ replyTo: String?, _ key: String) -> Message {
            Message(
                room: channel, text: "Your turn", replyTo: replyTo,
                file: KeptFile(
                    digest: "ab", name: "work w1.pdf", mediaType: "application/pdf",
                    size: work.count), key: key)
        }
        let clock = SteppedClock()
        try await running(clock) { discord, platform in
            _ = await platform.send(message(nil, "1.0"), with: work)
            let id = await discord.interact(2, #"{"name":"silent"}"#, by: Self.lila)
            await clock.waitForSleeper(in: 1.5)
            _ = await platform.send(message("i\(id)", "2.0"), with: work)
            _ = await platform.send(message("i\(id)", "3.0"), with: work)
            for way in [FakeDiscord.Sent.Way.message, .callback(type: 4), .message] {
                let sent = await discord.nextSent()
                #expect(sent.way == way && sent.content == "Your turn")
                #expect(sent.file?.name == "work_w1.pdf" && sent.file?.bytes == work)
            }
            let none = await platform.send(message(nil, "4.0"), with: [])
            #expect(none == .invalid(reason: "file is empty"))
        }
    }

    @Test("a file that takes a while to go up is no first answer: time is asked for")
    func largeFile() async throws {
        let clock = SteppedClock()
        try await running(clock) { discord, platform in
            let id = await discord.interact(2, #"{"name":"silent"}"#, by: Self.lila)
            await clock.waitForSleeper(in: 1.5)
            let large = [UInt8](repeating: 7, count: 300_000)
            let file = KeptFile(
                digest: "ab", name: "work.pdf", mediaType: "application/pdf", size: large.count)
            let message = Message(
                room: RoomAddress(.discord, FakeDiscord.channel), text: "Your turn",
                replyTo: "i\(id)", file: file, key: "1.0")
            _ = await platform.send(message, with: large)
            #expect(await discord.nextSent().way == .callback(type: 5))
            let filled = await discord.nextSent()
            #expect(filled.way == .filled && filled.file?.bytes == large)
        }
    }

    @Test("a form opens where a command comes without its text, and brings everything back")
    func forms() async throws {
        let card = CommandCard(
            "say", for: .learner, "Say", fields: [FieldCard("text", .text, "What?", isLong: true)])
        let form = try #require(DiscordForm(card))
        try await running(settings: { $0.forms = [form] }) { discord, _ in
            let data = #"{"name":"say","options":[{"name":"other","type":3,"value":"x"}]}"#
            let id = await discord.interact(2, data, by: Self.lila)
            #expect(await discord.nextSent().way == .callback(type: 9))
            let filled =
                #"{"custom_id":"say|\#(id)","components":[{"components":[{"custom_id":"text","value":"hi"}]}]}"#
            await discord.interact(5, filled, by: Self.lila)
            #expect(await discord.nextSent().content == "say hi member")
        }
    }

    @Test("a lost connection is taken up again, and what was said meanwhile is heard once")
    func resumes() async throws {
        let clock = SteppedClock()
        try await running(clock) { discord, platform in
            await discord.say("one", from: Self.lila)
            #expect(await discord.nextSent().content == "one")
            for round in 1...3 {
                await discord.drop()
                await discord.say("while away \(round)", from: Self.lila)
                await discord.waitForSessions(1 + round)
                #expect(await discord.nextSent().content == "while away \(round)")
            }
            await discord.tell(#"{"op":7}"#)
            await discord.waitForSessions(5)
            await discord.say("done", from: Self.lila)
            #expect(await discord.nextSent().content == "done")
            #expect(await discord.sessions == 1)
            #expect(await platform.health.resumes == 4)
        }
    }

    @Test("what was said while no session existed is asked for when the next one begins")
    func catchesUp() async throws {
        let clock = SteppedClock()
        try await running(clock) { discord, platform in
            await discord.say("one", from: Self.lila)
            #expect(await discord.nextSent().content == "one")
            await discord.forget()
            await discord.say("while nobody listened", from: Self.lila)
            // Two new sessions begin five seconds apart at the least.
            await clock.waitForSleeper(in: 5.25)
            clock.advance(by: 5.25)
            #expect(await discord.nextSent().content == "while nobody listened")
            #expect(await platform.health.sessions == 2)
        }
    }

    @Test("the next process takes the session up where its events are safe")
    func restarts() async throws {
        let (clock, store) = (SteppedClock(), Store())
        try await FakeDiscord.running { discord, base in
            try await bot(on: discord, at: base, clock, store) { _ in
                await discord.say("one", from: Self.lila)
                #expect(await discord.nextSent().content == "one")
            }
            await discord.drop()
            await discord.say("while off", from: Self.lila)
            try await bot(on: discord, at: base, clock, store) { _ in
                var next = await discord.nextSent().content
                // What was answered but not yet known to be safe may come once more.
                if next == "one" { next = await discord.nextSent().content }
                #expect(next == "while off")
            }
            #expect(await discord.sessions == 1)
            #expect(await discord.resumes == 1)
        }
    }

    @Test("a private chat that the last process knew is asked what was written there meanwhile")
    func privateGap() async throws {
        let (clock, store) = (SteppedClock(), Store())
        try await FakeDiscord.running { discord, base in
            try await bot(on: discord, at: base, clock, store) { _ in
                await discord.say("one", from: Self.lila, privately: true)
                #expect(await discord.nextSent().content == "one")
            }
            await discord.forget()
            await discord.say("while off", from: Self.lila, privately: true)
            #expect(store.record.withLock { $0?.privateRooms } == ["911"])
            // Too old to be taken up again; and it may not have been known yet that the first message is safe.
            store.record.withLock { $0 = GatewayRecord(newest: "1", privateRooms: ["911"]) }
            clock.advance(by: 60)
            try await bot(on: discord, at: base, clock, store) { _ in
                var next = await discord.nextSent()
                if next.content == "one" { next = await discord.nextSent() }
                #expect(next.content == "while off" && next.place == "911")
            }
            #expect(await discord.sessions == 2)
        }
    }

    @Test("what follows a long answer in public is sent once, part by part")
    func longAnswer() async throws {
        let clock = SteppedClock()
        try await running(clock) { discord, platform in
            let id = await discord.interact(2, #"{"name":"silent"}"#, by: Self.lila)
            await clock.waitForSleeper(in: 1.5)
            let text = (0..<400).map { "line \($0)" }.joined(separator: "\n")
            let message = Message(
                room: RoomAddress(.discord, FakeDiscord.channel), text: [.quoted(text)],
                replyTo: "i\(id)", key: "1.0")
            await discord.fail("/messages", status: 502, body: "")
            async let result = platform.send(message)
            await clock.waitForSleeper(in: 0.25)
            clock.advance(by: 0.25)
            guard case .sent = await result else {
                Issue.record("not sent")
                return
            }
            let sent = await discord.sent
            #expect(sent.map(\.way) == [.callback(type: 4), .message])
            #expect(sent.map(\.content).joined(separator: "\n") == text)
        }
    }

    @Test("a refused token ends the run and is told by its end")
    func refused() async throws {
        try await FakeDiscord.running { discord, base in
            let http = HTTPClient(HTTPConfiguration(proxy: .direct))
            let token = try #require(DiscordToken("an.other.token"))
            let made = DiscordPlatform(
                DiscordSettings(token: token, base: base), transport: http, clock: SteppedClock(),
                chance: { 0 }, logger: Self.logger)
            let platform = try #require(made)
            await #expect(throws: DiscordRefused(reason: .token, tokenEnd: "oken")) {
                try await platform.run(Echo(platform: platform))
            }
            #expect(await platform.health.isRefused)
            await http.shutDown()
        }
    }

    @Test("a message whose answer was lost is tried again without being doubled")
    func nonce() async throws {
        try await running { discord, platform in
            let room = RoomAddress(.discord, FakeDiscord.channel)
            let message = Message(room: room, text: "once", key: "7.0")
            let first = await platform.send(message)
            #expect(await platform.send(message) == first)
            #expect(await discord.sent.count == 1)
            await discord.fail("/messages", status: 429, body: #"{"retry_after":2.5}"#)
            let other = Message(room: room, text: "other", key: "8.0")
            guard case .slowDown(let seconds) = await platform.send(other) else {
                Issue.record("not held")
                return
            }
            #expect((2.5...2.6).contains(seconds))
        }
    }

    @Test("commands are registered where they differ, and only there")
    func menu() async throws {
        try await running { discord, platform in
            let cards = [CommandCard("ping", for: .learner, "Is the bot there?")]
            let menu = DiscordMenu(cards: cards)
            let announcing = Task { await platform.announce(menu) }
            await discord.waitForCommands()
            announcing.cancel()
            await announcing.value
            #expect(await discord.commands == ["ping"])
            #expect(await platform.differences(menu).allSatisfy(\.difference.isEmpty))
            let more = DiscordMenu(cards: cards + [CommandCard("help", for: .learner, "Help")])
            #expect(await platform.differences(more).map(\.difference.words) == ["missing: /help"])
            #expect(await discord.registrations == 1)
        }
    }
}
