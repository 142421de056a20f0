import Chat
import CurlHTTP
import Support
import Testing

@testable import Telegram

@Suite struct AdministratorsTests {
    private let clock = SteppedClock()
    private let owner = Heard.Question(chat: -100, user: 11)
    private let learner = Heard.Question(chat: -100, user: 12)

    private func administrators(_ script: ScriptedTransport) throws -> Administrators {
        let token = try #require(TelegramToken(testToken))
        let api = try #require(TelegramAPI(base: testBase, token: token, transport: script))
        return Administrators(api, clock: clock)
    }

    @Test("an administrator is remembered for ten minutes, a learner for half a minute")
    func cache() async throws {
        let script = ScriptedTransport()
        let administrators = try administrators(script)
        #expect(
            await administrators.authorities([owner, learner]) == [
                owner: .administrator, learner: .member,
            ])
        clock.advance(by: 29)
        _ = await administrators.authorities([owner, learner])
        #expect(await script.calls.count == 1)
        clock.advance(by: 1)
        _ = await administrators.authorities([owner])
        #expect(await script.calls.count == 1)
        _ = await administrators.authorities([learner])
        #expect(await script.calls.count == 2)
        clock.advance(by: 600)
        _ = await administrators.authorities([owner])
        #expect(await script.calls.count == 3)
    }

    @Test("a promotion of the bot is a reason to ask anew")
    func forget() async throws {
        let script = ScriptedTransport()
        let administrators = try administrators(script)
        _ = await administrators.authorities([owner])
        await administrators.forget(-100)
        _ = await administrators.authorities([owner])
        #expect(await script.calls.count == 2)
    }

    @Test(
        "where Telegram cannot say, nobody has rights, and the next question waits a little",
        arguments: [
            ScriptedTransport.Outcome.failure(.cannotConnect), .refusal(403),
            .json("", status: 200),
        ])
    func unknown(outcome: ScriptedTransport.Outcome) async throws {
        let script = ScriptedTransport([.getChatAdministrators: [outcome]])
        let administrators = try administrators(script)
        #expect(await administrators.authorities([owner]) == [owner: .unknown])
        #expect(await administrators.authorities([owner]) == [owner: .unknown])
        #expect(await script.calls.count == 1)
        clock.advance(by: 30)
        #expect(await administrators.authorities([owner]) == [owner: .administrator])
    }

    @Test("Telegram is not asked again before the time that it names")
    func slowDown() async throws {
        let wait = ScriptedTransport.Outcome.refusal(429, parameters: #"{"retry_after":90}"#)
        let script = ScriptedTransport([.getChatAdministrators: [wait]])
        let administrators = try administrators(script)
        for (seconds, calls) in [(0, 1), (60, 1), (30, 2)] {
            clock.advance(by: Double(seconds))
            _ = await administrators.authorities([owner])
            #expect(await script.calls.count == calls)
        }
    }
}
