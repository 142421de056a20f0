import Chat
import CurlHTTP
import Foundation
import Logging
import Support
import Synchronization
import Testing

@testable import Telegram

/// Takes down what arrives, and lets a test wait for it.
actor ListeningInbox: Inbox {
    private(set) var batches: [[Incoming]] = []
    private var watchers: [(Int, CheckedContinuation<Void, Never>)] = []

    func receive(_ batch: [Incoming]) {
        batches.append(batch)
        for watcher in watchers where watcher.0 <= batches.count { watcher.1.resume() }
        watchers.removeAll { $0.0 <= batches.count }
    }

    func received(_ count: Int = 1) async {
        guard batches.count < count else { return }
        await withCheckedContinuation { watchers.append((count, $0)) }
    }
}

@Suite struct TelegramPlatformTests {
    let clock = SteppedClock()
    let inbox = ListeningInbox()

    private func platform(
        _ script: ScriptedTransport, pollTimeout: Int = 50
    ) throws -> TelegramPlatform {
        let token = try #require(TelegramToken(testToken))
        let platform = TelegramPlatform(
            TelegramSettings(token: token, base: testBase, pollTimeout: pollTimeout),
            transport: script, clock: clock, chance: { 0 },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            needsAuthority: { $0.hasPrefix("/deadline") })
        return try #require(platform)
    }

    private static func said(_ id: Int, _ text: String, from user: Int = 11, in chat: Int = -100)
        -> String
    {
        """
        {"update_id":\(id),"message":{"message_id":\(id),"date":1796119200,"text":"\(text)",\
        "from":{"id":\(user),"first_name":"Lila"},"chat":{"id":\(chat),"type":"supergroup","title":"S"}}}
        """
    }

    @Test("a batch is confirmed only after the inbox has returned")
    func confirms() async throws {
        let script = ScriptedTransport([.getUpdates: [.result("[\(Self.said(7, "/ping"))]")]])
        let platform = try platform(script)
        let run = Task { try await platform.run(inbox) }
        await script.called(.getUpdates, times: 2)
        #expect(await inbox.batches.count == 1)
        let polls = await script.bodies(.getUpdates)
        #expect(
            polls[0]
                == #"{"timeout":50,"allowed_updates":["message","edited_message","callback_query","my_chat_member","chat_member"]}"#
        )
        #expect(polls[1].hasPrefix(#"{"offset":8,"#))
        run.cancel()
        try await run.value
        // The poll had only just begun, so the last batch is confirmed once more, without waiting.
        #expect(
            await script.bodies(.getUpdates).last?.contains(#""offset":8,"limit":1,"timeout":0"#)
                == true)
    }

    @Test("a refused token ends the run at once and names its end", arguments: [401, 404])
    func refused(code: Int) async throws {
        let platform = try platform(ScriptedTransport([.getMe: [.refusal(code, "Unauthorized")]]))
        let refused = await #expect(throws: TelegramRefused.self) { try await platform.run(inbox) }
        #expect(
            refused?.description
                == "Telegram refuses the token ending in _-01: Unauthorized (\(code))")
        #expect(await platform.health.isRefused)
    }

    @Test("a token that is revoked later ends the run too")
    func revoked() async throws {
        let script = ScriptedTransport([.getUpdates: [.refusal(401, "Unauthorized")]])
        await #expect(throws: TelegramRefused.self) { try await platform(script).run(inbox) }
    }

    @Test("an unreachable Telegram is tried again every five seconds")
    func unreachable() async throws {
        let script = ScriptedTransport([
            .getMe: [.failure(.cannotResolve), .json("<html>", status: 502), .refusal(500)]
        ])
        let platform = try platform(script)
        let run = Task { try await platform.run(inbox) }
        for _ in 0..<3 {
            await clock.waitForSleeper(in: 5)
            #expect(await platform.health.trouble != nil)
            clock.advance(by: 5)
        }
        await script.called(.getUpdates)
        run.cancel()
        try await run.value
    }

    @Test(
        "polling survives whatever comes",
        arguments: [
            ScriptedTransport.Outcome.failure(.closed(requestSent: true)),
            .failure(.timedOut(.total, requestSent: true)), .json("<html>502</html>", status: 502),
            .json("", status: 200),
            .json(#"{"ok":true,"result":[{"update_id":7,"mess"#, status: 200),
            .json(#"{"ok":true}"#, status: 200), .refusal(500), .refusal(409, "Conflict"),
            .refusal(409, "Conflict: can't use getUpdates method while webhook is active"),
            .refusal(429, parameters: #"{"retry_after":3}"#), .refusal(400),
        ])
    func survives(outcome: ScriptedTransport.Outcome) async throws {
        let script = ScriptedTransport([
            .getUpdates: [outcome, .result("[\(Self.said(7, "/ping"))]")]
        ])
        let platform = try platform(script)
        let run = Task { try await platform.run(inbox) }
        await clock.waitForSleepers()
        #expect(await platform.health.trouble != nil)
        clock.advance(by: 30)
        await inbox.received()
        await script.called(.getUpdates, times: 3)
        #expect(await platform.health.trouble == nil)
        run.cancel()
        try await run.value
    }

    @Test("one odd update does not harm the others, and is confirmed with them")
    func lenient() async throws {
        let script = ScriptedTransport([
            .getUpdates: [
                .result(
                    #"[\#(Self.said(7, "/ping")),{"update_id":8,"x":{}},{"update_id":9,"message":3}]"#
                )
            ]
        ])
        let platform = try platform(script)
        let run = Task { try await platform.run(inbox) }
        await script.called(.getUpdates, times: 2)
        #expect(await inbox.batches.first?.count == 1)
        #expect(await platform.health.skipped == 2)
        #expect(await script.bodies(.getUpdates)[1].hasPrefix(#"{"offset":10,"#))
        run.cancel()
        try await run.value
    }

    @Test("a press is answered after it is safe, again if need be")
    func press() async throws {
        let press = """
            {"update_id":7,"callback_query":{"id":"q1","from":{"id":11,"first_name":"L"},"data":"=yes"}}
            """
        let script = ScriptedTransport([
            .getUpdates: [.result("[\(press)]")],
            .answerCallbackQuery: [
                .refusal(502), .refusal(429, parameters: #"{"retry_after":2}"#),
            ],
        ])
        let platform = try platform(script)
        let run = Task { try await platform.run(inbox) }
        // The press's second try, beside the alarm that its batch set.
        await clock.waitForSleepers(2)
        #expect(await inbox.batches.first?.first?.content == .press("=yes"))
        clock.advance(by: 1)
        await clock.waitForSleeper(in: 2)
        clock.advance(by: 2)
        await script.called(.answerCallbackQuery, times: 3)
        #expect(await script.bodies(.answerCallbackQuery).last == #"{"callback_query_id":"q1"}"#)
        run.cancel()
        try await run.value
    }

    @Test("rights are asked for where they matter, once for a chat")
    func authority() async throws {
        let updates = [
            Self.said(1, "/ping"), Self.said(2, "/deadline add x"),
            Self.said(3, "/deadline add y", from: 12),
        ]
        let script = ScriptedTransport([
            .getUpdates: [
                .result("[\(updates.joined(separator: ","))]"),
                .result("[\(Self.said(4, "/deadline add z"))]"),
            ]
        ])
        let platform = try platform(script)
        let run = Task { try await platform.run(inbox) }
        await script.called(.getUpdates, times: 3)
        let authorities = await inbox.batches.flatMap { $0.map(\.sender.authority) }
        #expect(authorities == [.member, .administrator, .member, .administrator])
        #expect(await script.bodies(.getChatAdministrators) == [#"{"chat_id":-100}"#])
        run.cancel()
        try await run.value
    }

    @Test(
        "who administers a chat is asked anew when Telegram says that it changed",
        arguments: [("member", "administrator", 2), ("left", "member", 1)])
    func promoted(old: String, new: String, questions: Int) async throws {
        let change = """
            {"update_id":8,"chat_member":{"chat":{"id":-100,"type":"supergroup"},"from":{"id":11},"date":1,\
            "old_chat_member":{"status":"\(old)"},"new_chat_member":{"status":"\(new)"}}}
            """
        let script = ScriptedTransport([
            .getUpdates: [
                .result("[\(Self.said(7, "/deadline add x"))]"),
                .result("[\(change),\(Self.said(9, "/deadline add y"))]"),
            ]
        ])
        let platform = try platform(script)
        let run = Task { try await platform.run(inbox) }
        await script.called(.getUpdates, times: 3)
        #expect(await script.bodies(.getChatAdministrators).count == questions)
        run.cancel()
        try await run.value
    }

    @Test("a long message goes on where it was interrupted")
    func resumes() async throws {
        let script = ScriptedTransport([
            .sendMessage: [
                .result(#"{"message_id":1}"#), .refusal(429, parameters: #"{"retry_after":2}"#),
                .result(#"{"message_id":2}"#), .result(#"{"message_id":3}"#),
            ]
        ])
        let platform = try platform(script)
        let text = Text([.plain((1_000..<3_000).map { "\($0)" }.joined(separator: " "))])
        let message = Message(room: RoomAddress(.telegram, "11"), text: text, key: "m1")
        #expect(await platform.send(message) == .slowDown(seconds: 2))
        #expect(await platform.send(message) == .sent(id: "3"))
        let bodies = await script.bodies(.sendMessage)
        #expect(bodies.count == 4)
        #expect(bodies[1] == bodies[2] && bodies[0] != bodies[1])
    }

    @Test(
        "what cannot be sent is not tried",
        arguments: [
            (
                RoomAddress(.telegram, "11"), Text(" \n"),
                SendResult.invalid(reason: "text is empty")
            ),
            (RoomAddress(.telegram, "anonymous-100"), "Hi", .blocked),
            (RoomAddress(.telegram, "lila"), "Hi", .invalid(reason: "not a Telegram chat")),
        ])
    func unsendable(room: RoomAddress, text: Text, expected: SendResult) async throws {
        let script = ScriptedTransport()
        let platform = try platform(script)
        #expect(await platform.send(Message(room: room, text: text)) == expected)
        #expect(await script.calls.isEmpty)
    }

    @Test("a batch is left for the next start where the bot stops before it knows who may do what")
    func stopsWhileAsking() async throws {
        let script = ScriptedTransport([
            .getUpdates: [.result("[\(Self.said(7, "/deadline add x"))]")]
        ])
        await script.hang(.getChatAdministrators)
        let platform = try platform(script)
        let run = Task { try await platform.run(inbox) }
        await script.called(.getChatAdministrators)
        run.cancel()
        try await run.value
        #expect(await inbox.batches.isEmpty)
        #expect(await script.bodies(.getUpdates).count == 1)
    }
}
