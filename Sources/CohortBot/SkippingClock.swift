package import Chat
package import FoundationEssentials
import Synchronization

/// The system's time of day plus what somebody at the console has skipped, so that a newcomer sees tomorrow today.
package final class SkippingClock: WallClock {
    private struct State {
        var skipped = 0.0
        var nextSleeper = 0
        var sleepers: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private let base: any WallClock
    private let state = Mutex(State())

    package init(base: any WallClock) { self.base = base }

    package func now() -> Date { base.now().addingTimeInterval(state.withLock { $0.skipped }) }

    /// Moves the clock forward; whoever sleeps looks at it again.
    package func skip(seconds: Double) {
        let woken = state.withLock { state in
            state.skipped += max(0, seconds)
            defer { state.sleepers = [:] }
            return Array(state.sleepers.values)
        }
        for sleeper in woken { sleeper.resume() }
    }

    package func sleep(until deadline: Date) async throws {
        while now() < deadline {
            try Task.checkCancellation()
            let wait = deadline.timeIntervalSince(now())
            await withTaskGroup(of: Void.self) { group in
                group.addTask { [base] in
                    try? await base.sleep(until: base.now().addingTimeInterval(wait))
                }
                group.addTask { await self.skipped() }
                await group.next()
                group.cancelAll()
            }
        }
        try Task.checkCancellation()
    }

    /// Returns at the next skip, or when cancelled.
    private func skipped() async {
        let id = state.withLock { state in
            state.nextSleeper += 1
            return state.nextSleeper
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = Task.isCancelled
                if !isOver { state.withLock { $0.sleepers[id] = continuation } }
                if isOver || Task.isCancelled { wake(id, or: isOver ? continuation : nil) }
            }
        } onCancel: {
            wake(id, or: nil)
        }
    }

    private func wake(_ id: Int, or other: CheckedContinuation<Void, Never>?) {
        let sleeper = state.withLock { $0.sleepers.removeValue(forKey: id) }
        (sleeper ?? other)?.resume()
    }
}
