import Chat
import CurlHTTP
import Support
import Testing

@testable import Telegram

@Suite struct TelegramPlatformMenuTests {
    let clock = SteppedClock()

    private func platform(_ script: ScriptedTransport) throws -> TelegramPlatform {
        try testPlatform(script, clock: clock)
    }

    static let ping = #"[{"command":"ping","description":"Awake?"}]"#
    let cards = [CommandCard("ping", for: .learner, "Awake?")]

    @Test("a menu is set only where it differs")
    func differences() async throws {
        let script = ScriptedTransport([
            .getMyCommands: [
                .result(Self.ping), .result("[]"), .result(Self.ping), .result(Self.ping),
            ]
        ])
        try await platform(script).announce(cards: cards)
        #expect(
            await script.bodies(.setMyCommands) == [
                #"{"commands":\#(Self.ping),"scope":{"type":"all_private_chats"}}"#
            ])
    }

    @Test("a menu in another language is asked for and set under its letters")
    func language() async throws {
        let menus = Array(repeating: ScriptedTransport.Outcome.result(Self.ping), count: 8)
        let script = ScriptedTransport([.getMyCommands: menus])
        try await platform(script).announce(cards: cards, languages: ["pt"]) { _, _ in "Acordado?" }
        let set = await script.bodies(.setMyCommands)
        #expect(set.count == 4)
        #expect(
            set.allSatisfy { $0.contains("Acordado?") && $0.contains(#""language_code":"pt""#) })
    }

    @Test("the menus wait for a Telegram that cannot be reached, not for one that refuses them")
    func later() async throws {
        let same = Array(repeating: ScriptedTransport.Outcome.result(Self.ping), count: 3)
        let script = ScriptedTransport([
            .getMyCommands: [.result("[]"), .result("[]"), .result("[]")] + same,
            .setMyCommands: [
                .failure(.cannotConnect), .refusal(429, parameters: #"{"retry_after":40}"#),
                .refusal(400),
            ],
        ])
        let platform = try platform(script)
        let menu = Task { await platform.announce(cards: cards) }
        await clock.waitForSleeper(in: 5)
        clock.advance(by: 5)
        await clock.waitForSleeper(in: 40)
        clock.advance(by: 40)
        await menu.value
        #expect(await script.bodies(.setMyCommands).count == 3)
        #expect(await script.bodies(.getMyCommands).count == 6)
    }

    @Test("with a refused token no menu is tried after the first", arguments: [401, 404])
    func refusedToken(code: Int) async throws {
        let script = ScriptedTransport([
            .getMyCommands: [.refusal(code)], .setMyCommands: [.refusal(code)],
        ])
        try await platform(script).announce(cards: cards)
        #expect(await script.calls.count == 2)
    }
}
