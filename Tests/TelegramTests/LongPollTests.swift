import Chat
import CurlHTTP
import Foundation
import Support
import Testing

@testable import Telegram

/// Holds every batch with a `/remind` in it, as a full disk does, until the test lets go.
private actor HoldingInbox: Inbox {
    private(set) var texts: [String] = []
    private var isHolding = true
    private var held: [CheckedContinuation<Void, Never>] = []
    private var readers: [(count: Int, CheckedContinuation<Void, Never>)] = []

    func receive(_ batch: [Incoming]) async {
        for case .text(let text) in batch.map(\.content) { texts.append(text) }
        for reader in readers where reader.count <= texts.count { reader.1.resume() }
        readers.removeAll { $0.count <= texts.count }
        guard isHolding, batch.contains(where: { $0.content == .text("/remind") }) else { return }
        await withCheckedContinuation { held.append($0) }
    }

    func heard(_ count: Int) async {
        guard texts.count < count else { return }
        await withCheckedContinuation { readers.append((count, $0)) }
    }

    func letGo() {
        isHolding = false
        for batch in held { batch.resume() }
        held = []
    }
}

@Suite struct LongPollTests {
    let clock = SteppedClock()
    private let inbox = HoldingInbox()

    private func start(_ script: ScriptedTransport) throws -> Task<Void, any Error> {
        let platform = try testPlatform(script, clock: clock)
        return Task { try await platform.run(inbox) }
    }

    private static func batch(_ texts: (Int, String)...) -> ScriptedTransport.Outcome {
        let updates = texts.map { id, text in
            """
            {"update_id":\(id),"message":{"message_id":\(id),"date":1796119200,"text":"\(text)",\
            "from":{"id":11,"first_name":"Lila"},"chat":{"id":11,"type":"private"}}}
            """
        }
        return .result("[\(updates.joined(separator: ","))]")
    }

    /// What each poll asked for: its offset and how long Telegram may wait.
    private func polls(_ script: ScriptedTransport) async throws -> [String] {
        try await script.bodies(.getUpdates).map { body in
            let json = try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
            return "\(json?["offset"] as? Int ?? 0)/\(json?["timeout"] as? Int ?? -1)"
        }
    }

    @Test("a held write does not keep the reads behind it from being heard")
    func held() async throws {
        let script = ScriptedTransport([
            .getUpdates: [
                Self.batch((7, "/remind")), Self.batch((7, "/remind"), (8, "/ping")),
                Self.batch((7, "/remind"), (8, "/ping"), (9, "/help")),
            ]
        ])
        let run = try start(script)
        await clock.waitForSleeper(in: 1)
        clock.advance(by: 1)
        await inbox.heard(2)
        await clock.waitForSleeper(in: 1)
        #expect(try await polls(script) == ["0/50", "0/0"])
        clock.advance(by: 1)
        await inbox.heard(3)
        await clock.waitForSleeper(in: 1)
        await inbox.letGo()
        await script.called(.getUpdates, times: 4)
        #expect(await inbox.texts == ["/remind", "/ping", "/help"])
        #expect(try await polls(script) == ["0/50", "0/0", "0/0", "10/50"])
        run.cancel()
        try await run.value
    }

    @Test("nothing is confirmed beyond a batch that is held, and what was before it is")
    func confirmsBefore() async throws {
        let script = ScriptedTransport([
            .getUpdates: [
                Self.batch((6, "/ping")), Self.batch((7, "/remind")),
                Self.batch((7, "/remind"), (8, "/ping")), Self.batch((7, "/remind"), (8, "/ping")),
            ]
        ])
        let run = try start(script)
        await inbox.heard(2)
        for _ in 0..<2 {
            await clock.waitForSleeper(in: 1)
            clock.advance(by: 1)
        }
        await script.called(.getUpdates, times: 4)
        #expect(try await polls(script) == ["0/50", "7/50", "7/0", "7/0"])
        await inbox.letGo()
        await script.called(.getUpdates, times: 5)
        #expect(try await polls(script).last == "9/50")
        #expect(await inbox.texts == ["/ping", "/remind", "/ping"])
        run.cancel()
        try await run.value
    }

    @Test("where all that Telegram shows is held, the bot waits instead of asking")
    func full() async throws {
        let hundred = (1...100).map { ($0, $0 == 50 ? "/remind" : "/ping") }
        let updates = hundred.map { id, text in
            #"{"update_id":\#(id),"message":{"message_id":1,"date":1,"text":"\#(text)","from":{"id":11},"#
                + #""chat":{"id":11,"type":"private"}}}"#
        }
        let script = ScriptedTransport([
            .getUpdates: [.result("[\(updates.joined(separator: ","))]")]
        ])
        let run = try start(script)
        await inbox.heard(100)
        clock.advance(by: 10)
        #expect(clock.sleepers.isEmpty)
        #expect(try await polls(script) == ["0/50"])
        await inbox.letGo()
        await script.called(.getUpdates, times: 2)
        #expect(try await polls(script) == ["0/50", "101/50"])
        run.cancel()
        try await run.value
    }

    @Test(
        "a look that fails is repeated later, and loses nothing",
        arguments: [
            ScriptedTransport.Outcome.failure(.closed(requestSent: true)), .refusal(502),
            .json("<html>", status: 200), .refusal(429, parameters: #"{"retry_after":1}"#),
            .refusal(409, "Conflict"), .result("[]"),
        ])
    func failingLook(outcome: ScriptedTransport.Outcome) async throws {
        let script = ScriptedTransport([
            .getUpdates: [
                Self.batch((7, "/remind")), outcome, Self.batch((7, "/remind"), (8, "/ping")),
            ]
        ])
        let run = try start(script)
        await clock.waitForSleeper(in: 1)
        clock.advance(by: 1)
        await script.called(.getUpdates, times: 2)
        await clock.waitForSleepers()
        clock.advance(by: 3)
        await inbox.heard(2)
        await inbox.letGo()
        await script.called(.getUpdates, times: 4)
        #expect(await inbox.texts == ["/remind", "/ping"])
        #expect(try await polls(script).last == "9/50")
        run.cancel()
        try await run.value
    }

    @Test("who stops the bot while a write is held waits for it, and then it is confirmed")
    func stopsWhileHeld() async throws {
        let script = ScriptedTransport([
            .getUpdates: [Self.batch((7, "/remind")), Self.batch((7, "/remind"), (8, "/ping"))]
        ])
        let run = try start(script)
        await clock.waitForSleeper(in: 1)
        clock.advance(by: 1)
        await inbox.heard(2)
        await clock.waitForSleeper(in: 1)
        run.cancel()
        await clock.waitForSleepers { $0.isEmpty }
        #expect(await script.bodies(.getUpdates).count == 2)
        await inbox.letGo()
        try await run.value
        #expect(try await polls(script) == ["0/50", "0/0", "9/0"])
        #expect(await inbox.texts == ["/remind", "/ping"])
    }
}
