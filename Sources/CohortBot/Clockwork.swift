import Chat
import FoundationEssentials
import ServiceLifecycle

/// Lets what is due happen: asks the Decider, sleeps until the next moment or until an earlier one is set.
struct Clockwork: Service {
    let decider: Decider
    let clock: any WallClock
    /// The longest sleep in seconds, so that the health check sees the loop turn.
    private static let longestSleep = 10.0

    func run() async throws {
        await withDiscardingTaskGroup { group in
            var armed: Date?
            for await _ in decider.agendaSignals.cancelOnGracefulShutdown() {
                let next = await decider.fireDue()
                let now = clock.now()
                let limit = now.addingTimeInterval(Self.longestSleep)
                let wakeAt = min(next ?? limit, limit)
                if let set = armed, set > now, set <= wakeAt { continue }
                armed = wakeAt
                group.addTask { [clock, decider] in
                    try? await clock.sleep(until: wakeAt)
                    decider.agendaChanges.yield()
                }
            }
            group.cancelAll()
        }
    }
}
