import Synchronization

/// A clock whose sleepers all wait until the test lets them go.
final class HeldClock: Clock {
    typealias Instant = ContinuousClock.Instant
    private struct State {
        var isReleased = false
        var sleepers: [CheckedContinuation<Void, Never>] = []
        var watchers: [(Int, CheckedContinuation<Void, Never>)] = []
    }
    private let state = Mutex(State())

    var now: Instant { .now }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                state.withLock { state in
                    if state.isReleased || Task.isCancelled { return continuation.resume() }
                    state.sleepers.append(continuation)
                    for (count, watcher) in state.watchers where count <= state.sleepers.count {
                        watcher.resume()
                    }
                    state.watchers.removeAll { $0.0 <= state.sleepers.count }
                }
            }
        } onCancel: {
            // The tests cancel a sleeper only when its connection spoke or the server stops.
            release()
        }
        try Task.checkCancellation()
    }

    func release() {
        state.withLock { state in
            state.isReleased = true
            state.sleepers.forEach { $0.resume() }
            state.sleepers = []
        }
    }

    func sleepers(atLeast count: Int) async {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                if state.sleepers.count >= count { return continuation.resume() }
                state.watchers.append((count, continuation))
            }
        }
    }
}
