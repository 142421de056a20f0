import Chat
import Testing

@testable import Console

@Suite struct ConsolePlatformTests {
    @Test("a script's lines are answered in order, as plain text and without a prompt")
    func script() async throws {
        let trial = ConsoleTrial([
            "# a comment", "", "lila: /deadline list", "  ", "/ping", "emma@private: hello",
        ])
        #expect(try await trial.run() == "/deadline list\n/ping\nhello\n")
        #expect(trial.heard.map(\.sender.account.id) == ["lila", "lila", "emma"])
        #expect(trial.heard.map(\.room.chat) == ["main", "main", "@emma"])
        #expect(
            trial.heard.map(\.place)
                == [
                    .group(title: "Machine learning"), .group(title: "Machine learning"), .private,
                ])
    }

    @Test("the names, rights and ids of an update are those of its speaker")
    func incoming() async throws {
        let trial = ConsoleTrial(["marcos: one", "emma: two"])
        try await trial.run()
        let first = try #require(trial.heard.first)
        let last = try #require(trial.heard.last)
        #expect(first.cause == Cause("console", "s-1"))
        #expect(first.sender.name == "Marcos Lima")
        #expect(first.sender.authority == .member)
        #expect(last.cause == Cause("console", "s-2"))
        #expect(last.sender.authority == .administrator)
        #expect(last.sentAt == trial.now())
    }

    @Test("a terminal greets, prompts for every line and shows who says what")
    func terminal() async throws {
        let trial = ConsoleTrial(["/ping", "/in private", "hi"], isTerminal: true)
        #expect(
            try await trial.run() == """
                Welcome.
                lila@main> main │ bot: /ping
                lila@main> You are in private now, as lila.
                lila@private> private to lila │ hi
                lila@private> \n
                """)
    }

    @Test("what arrives by itself stands above the prompt, which is shown again")
    func aboveThePrompt() async throws {
        let (stream, typing) = AsyncStream<String>.makeStream()
        let trial = ConsoleTrial(source: LineSource(stream), isTerminal: true) { _, console in
            typing.finish()
            _ = await console.send(Message(room: RoomAddress(.console, "main"), text: "done"))
        }
        let console = try #require(trial.console)
        async let running: String = trial.run()
        while !trial.screen.hasSuffix("> ") { await Task.yield() }
        let private1 = RoomAddress(.console, "@marcos")
        #expect(await console.send(Message(room: private1, text: "due\nsoon")) == .sent(id: "b1"))
        #expect(
            trial.screen == "Welcome.\nlila@main> \r\u{1B}[Kprivate to marcos │ due\n"
                + "                  │ soon\nlila@main> ")
        typing.yield("go")
        #expect(try await running.hasSuffix("lila@main> main │ bot: done\nlila@main> \n"))
    }

    @Test("in a script a message to another room says where it goes, on every line")
    func elsewhere() async throws {
        let trial = ConsoleTrial(["lila: start"]) { _, console in
            let room = RoomAddress(.console, "@emma")
            _ = await console.send(Message(room: room, text: "for you\nalone"))
        }
        #expect(try await trial.run() == "private to emma | for you\n                | alone\n")
    }

    @Test("a line with a button's number presses it; a number without a button is a message")
    func buttons() async throws {
        let trial = ConsoleTrial(["a", "2", "3", "emma: 1", "/buttons", "marcos@private: 1"]) {
            incoming, console in
            guard incoming.content == .text("a") else { return }
            _ = await console.send(
                Message(
                    room: incoming.room, text: "Saved.",
                    buttons: [[Button("Undo", "/undo x"), Button("Done", "/done x")]]))
        }
        #expect(
            try await trial.run() == "Saved.\n[1] Undo  [2] Done\n[1] Undo  [2] Done\n")
        #expect(
            trial.heard.map(\.content) == [
                .text("a"), .press("/done x"), .text("3"), .press("/undo x"), .text("1"),
            ])
        #expect(trial.heard.map(\.message) == ["ms-1", "b1", "ms-3", "b1", "ms-5"])
    }

    @Test("a question's next words by the person asked are a reply to it, once")
    func reply() async throws {
        let trial = ConsoleTrial(["/ask", "marcos: not me", "/help", "because", "again"]) {
            incoming, console in
            guard incoming.content == .text("/ask") else { return }
            _ = await console.send(
                Message(room: incoming.room, text: "Why?", asks: incoming.sender.account))
        }
        try await trial.run()
        #expect(trial.heard.map { $0.replyTo?.message } == [nil, nil, nil, "b1", nil])
        #expect(trial.heard.compactMap(\.replyTo).allSatisfy { $0.isOurs && $0.text == "Why?" })
    }

    @Test("the console's own words move the speaker, the room and the clock, never the bot")
    func ownWords() async throws {
        let trial = ConsoleTrial([
            "/as emma", "/in private", "/as zoe", "/in attic", "/skip 3  days", "/as", "/in",
            "lila@attic: x", "hi", "/quit", "never",
        ])
        #expect(
            try await trial.run() == """
                You are emma now, in main.
                You are in private now, as emma.
                There is no member "zoe". You are emma. Members: lila, marcos, emma.
                There is no room "attic". Rooms: main, private.
                Skipped 3 days.
                You are emma. Members: lila, marcos, emma.
                You are in private. Rooms: main, private.
                There is no room "attic". Rooms: main, private.
                hi\n
                """)
        #expect(trial.heard.map(\.room.chat) == ["@emma"])
    }

    @Test(
        "the first speaker is the one asked for, else the first member",
        arguments: [
            (nil, "lila"), ("Emma", "emma"), ("zoe", nil),
        ] as [(String?, String?)])
    func firstSpeaker(asked: String?, speaks: String?) async throws {
        let trial = ConsoleTrial(["x"], speaker: asked)
        try await trial.run()
        #expect(trial.heard.first?.sender.account.id == speaks)
    }

    @Test("a cast without rooms begins in private")
    func noRooms() async throws {
        let cast = ConsoleCast(members: [ConsoleMember("lila")], rooms: [])
        let trial = ConsoleTrial(["x"], cast: cast)
        #expect(try await trial.run() == "x\n")
        #expect(trial.heard.first?.place == .private)
    }

    @Test("a message to nobody here is blocked, one for another platform is wrong")
    func unknownRooms() async throws {
        let console = try #require(ConsoleTrial().console)
        #expect(
            await console.send(Message(room: RoomAddress(.console, "@zoe"), text: "x")) == .blocked)
        #expect(
            await console.send(Message(room: RoomAddress(.telegram, "1"), text: "x"))
                == .invalid(reason: "another platform"))
    }

    @Test(
        "long, torn and strange lines pass through",
        arguments: [
            String(repeating: "x", count: 100_000), "a\u{FFFD}b", "👩‍👩‍👧‍👦", "שלום", "lila", ":", "@:",
            "12345",
            "https://example.org", "note: bring the book", "99999999999999999999", "٣",
        ])
    func strange(text: String) async throws {
        let trial = ConsoleTrial([text])
        #expect(try await trial.run() == text + "\n")
        #expect(trial.heard.map(\.content) == [.text(text)])
    }

    @Test("cancelling ends the session while it waits for a line")
    func cancellation() async throws {
        let (stream, typing) = AsyncStream<String>.makeStream()
        let trial = ConsoleTrial(source: LineSource(stream), isTerminal: true)
        let running = Task { try await trial.run() }
        while !trial.screen.hasSuffix("> ") { await Task.yield() }
        running.cancel()
        #expect(try await running.value == "Welcome.\nlila@main> ")
        typing.finish()
    }

    @Test("an attached file goes along with the next message alone, and is handed out by its path")
    func attach() async throws {
        let trial = ConsoleTrial([
            "/attach work/essay.pdf", "lila: /submit Assignment 2", "marcos: hello", "/attach",
        ])
        let screen = try await trial.run()
        #expect(screen.hasPrefix("essay.pdf goes along with the next message.\n"))
        #expect(screen.hasSuffix("Which file? For example: /attach essay.pdf\n"))
        let attachment = Attachment(id: "work/essay.pdf", name: "essay.pdf")
        #expect(trial.heard.map(\.attachment) == [attachment, nil])
        let console = try #require(trial.console)
        #expect(
            await console.fetch(attachment, upTo: 99) == .bytes(Array("work/essay.pdf".utf8)))
        #expect(await console.fetch(attachment, upTo: 4) == .tooLarge)
    }

    @Test("a file that arrives is named below its words")
    func file() async throws {
        let trial = ConsoleTrial(["hello"]) { incoming, console in
            let file = KeptFile(
                digest: "ab", name: "work-w7.pdf", mediaType: "application/pdf", size: 12)
            _ = await console.send(
                Message(room: incoming.room, text: "Here it is.", file: file), with: [1])
        }
        #expect(try await trial.run() == "Here it is.\n<work-w7.pdf, 12 bytes>\n")
    }
}
