import CurlHTTP
import Logging
import Support
import Testing

@testable import Telegram

/// A platform that speaks to a script instead of Telegram, and says nothing.
func testPlatform(
    _ script: ScriptedTransport, clock: SteppedClock = SteppedClock()
) throws -> TelegramPlatform {
    let token = try #require(TelegramToken(testToken))
    let platform = TelegramPlatform(
        TelegramSettings(token: token, base: testBase), transport: script, clock: clock,
        chance: { 0 }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        needsAuthority: { $0.hasPrefix("/deadline") })
    return try #require(platform)
}
