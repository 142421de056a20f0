import Chat
import CurlHTTP
import Logging
import Support
import Testing

@testable import Discord

@Suite(.timeLimit(.minutes(10))) struct DiscordPlatformTypingTests {
    private func platform(_ script: ScriptedDiscord, _ clock: SteppedClock) throws
        -> DiscordPlatform
    {
        let token = try #require(DiscordToken(FakeDiscord.token))
        let made = DiscordPlatform(
            DiscordSettings(token: token, base: "http://127.0.0.1:9/api"), transport: script,
            clock: clock, chance: { 0 },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        return try #require(made)
    }

    @Test("typing is shown after a second, later where Discord asks for that, and before it fades")
    func typing() async throws {
        let clock = SteppedClock()
        let script = ScriptedDiscord([
            (429, #"{"message":"slow","retry_after":3.0,"global":false}"#), (204, ""),
        ])
        let platform = try platform(script, clock)
        let work = Task {
            await platform.showActivity(in: RoomAddress(.discord, "5", topic: "6"))
        }
        // The gate keeps a little distance from Discord's three seconds.
        for wait in [1, 3, 1, 9.0] {
            await clock.waitForSleeper(in: wait)
            clock.advance(by: wait)
        }
        await clock.waitForSleeper(in: 9)
        work.cancel()
        await work.value
        let sign = HTTPURL("http://127.0.0.1:9/api/channels/6/typing")
        #expect(await script.asked == [sign, sign, sign])
    }

    @Test(
        "where the bot may not type, or Discord shows by itself that it thinks, it stops trying",
        arguments: [
            (RoomAddress(.discord, "5"), 1), (RoomAddress(.discord, "@7"), 0),
            (RoomAddress(.discord, "@7", topic: "i99"), 0),
        ])
    func impossible(room: RoomAddress, asked: Int) async throws {
        let clock = SteppedClock()
        let script = ScriptedDiscord([(403, #"{"message":"no","code":50013}"#)])
        let platform = try platform(script, clock)
        async let shown: Void = platform.showActivity(in: room)
        if room.discordInteraction == nil {
            await clock.waitForSleeper(in: 1)
            clock.advance(by: 1)
        }
        await shown
        #expect(await script.asked.count == asked)
    }
}
