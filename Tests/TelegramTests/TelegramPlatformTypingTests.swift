import Chat
import Support
import Testing

@testable import Telegram

@Suite struct TelegramPlatformTypingTests {
    @Test("typing is shown after a second, and again before it fades")
    func typing() async throws {
        let (script, clock) = (ScriptedTransport(), SteppedClock())
        let platform = try testPlatform(script, clock: clock)
        let work = Task {
            await platform.showActivity(in: RoomAddress(.telegram, "-1", topic: "7"))
        }
        await clock.waitForSleeper(in: 1)
        #expect(await script.calls.isEmpty)
        clock.advance(by: 1)
        await clock.waitForSleeper(in: 4.5)
        clock.advance(by: 4.5)
        await script.called(.sendChatAction, times: 2)
        work.cancel()
        await work.value
        #expect(
            await script.bodies(.sendChatAction).first
                == #"{"chat_id":-1,"message_thread_id":7,"action":"typing"}"#)
    }

    @Test("where the bot may not type it stops trying")
    func refused() async throws {
        let script = ScriptedTransport([.sendChatAction: [.refusal(403)]])
        let clock = SteppedClock()
        let platform = try testPlatform(script, clock: clock)
        async let typing: Void = platform.showActivity(in: RoomAddress(.telegram, "11"))
        await clock.waitForSleeper(in: 1)
        clock.advance(by: 1)
        await typing
        #expect(await script.calls.count == 1)
    }
}
