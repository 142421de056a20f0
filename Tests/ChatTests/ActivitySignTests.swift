import Chat
import Support
import Testing

@Suite(.timeLimit(.minutes(10))) struct ActivitySignTests {
    @Test("a sign comes after a second, when the service allows it, and again before it fades")
    func paces() async {
        let clock = SteppedClock()
        let (outcomes, next) = AsyncStream.makeStream(of: ActivitySign.Outcome.self)
        for outcome in [.later(0.1), .later(7), .shown, .shown, .impossible]
            as [ActivitySign.Outcome]
        {
            next.yield(outcome)
        }
        async let shown: Void = ActivitySign(lasts: 4.5, clock: clock).show {
            for await outcome in outcomes { return outcome }
            return .impossible
        }
        // An impatient service is asked once a second at most.
        for wait in [1, 1, 7, 4.5, 4.5] {
            await clock.waitForSleeper(in: wait)
            clock.advance(by: wait)
        }
        await shown
    }
}
