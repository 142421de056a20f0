import Support
import Synchronization
import Testing

@testable import Configuration

@Suite struct ConfigurationWatcherTests {
    @Test("it tells of a change within two looks, and ends when cancelled")
    func watches() async throws {
        let clock = SteppedClock()
        let content = Mutex("a")
        let look = { @Sendable () -> ConfigurationFingerprint in
            let bytes = Array(content.withLock { $0 }.utf8)
            return ConfigurationFingerprint(
                directory: "c", files: ConfigurationFiles(contents: ["c/bot.yaml": bytes]))
        }
        let (changes, told) = AsyncStream.makeStream(of: Void.self)
        let watcher = ConfigurationWatcher(
            known: look(), clock: clock, look: look, changed: { told.yield() })
        await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await watcher.run() }
            content.withLock { $0 = "ab" }
            for _ in 0..<2 {
                await clock.waitForSleepers()
                clock.advance(by: 2)
            }
            for await _ in changes { break }
            group.cancelAll()
            await #expect(throws: CancellationError.self) { try await group.next() }
        }
    }
}
