import Dispatch
import Synchronization

/// Holds threads until it is opened: in a plan, a disk that stands still.
package final class MemoryGate: Sendable {
    private struct State {
        var isOpen: Bool
        var held = 0
        var watchers: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>
    private let semaphore = DispatchSemaphore(value: 0)

    package init(isOpen: Bool = false) { state = Mutex(State(isOpen: isOpen)) }

    /// Blocks the calling thread while the gate is shut.
    package func pass() {
        let watchers = state.withLock { state -> [CheckedContinuation<Void, Never>]? in
            if state.isOpen { return nil }
            state.held += 1
            defer { state.watchers = [] }
            return state.watchers
        }
        guard let watchers else { return }
        for watcher in watchers { watcher.resume() }
        semaphore.wait()
    }

    /// Returns once somebody is held.
    package func arrival() async {
        await withCheckedContinuation { continuation in
            let isHeld = state.withLock { state in
                if state.held == 0 { state.watchers.append(continuation) }
                return state.held > 0
            }
            if isHeld { continuation.resume() }
        }
    }

    package func shut() { state.withLock { $0.isOpen = false } }

    /// Lets everybody pass, from now on as well.
    package func open() {
        let held = state.withLock { state in
            state.isOpen = true
            defer { state.held = 0 }
            return state.held
        }
        for _ in 0..<held { semaphore.signal() }
    }
}
