import Chat
package import FoundationEssentials

/// The system's time of day.
package struct SystemClock: WallClock {
    package init() {}

    package func now() -> Date { Date() }

    /// Sleeps in steps of at most a minute, so that a clock which was set meanwhile is noticed.
    package func sleep(until deadline: Date) async throws {
        while true {
            let seconds = deadline.timeIntervalSince(now())
            guard seconds > 0 else { return try Task.checkCancellation() }
            try await Task.sleep(for: .seconds(min(seconds, 60)))
        }
    }
}
