import Foundation
import Support
import Testing

@testable import CohortBot

@Suite("The console's clock")
struct SkippingClockTests {
    @Test("a skip moves the time of day and wakes who sleeps until then")
    func skip() async throws {
        let clock = SkippingClock(base: SteppedClock())
        let start = clock.now()
        async let woken: Void = clock.sleep(until: start.addingTimeInterval(3_600))
        clock.skip(seconds: 7_200)
        try await woken
        #expect(clock.now() == start.addingTimeInterval(7_200))
    }

    @Test("a cancelled sleeper ends at once")
    func cancelled() async {
        let clock = SkippingClock(base: SteppedClock())
        let sleeper = Task { try await clock.sleep(until: .distantFuture) }
        sleeper.cancel()
        await #expect(throws: CancellationError.self) { try await sleeper.value }
    }
}
