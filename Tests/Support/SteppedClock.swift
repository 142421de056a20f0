import Chat
package import FoundationEssentials
import Synchronization

/// A wall clock that stands still until a test moves it.
///
/// ```swift
/// let clock = SteppedClock()
/// async let done: Void = service.run()
/// await clock.waitForSleepers()
/// clock.advance(by: 60)
/// ```
package final class SteppedClock: WallClock {
    private struct State {
        var now: Date
        var lastID = 0
        var sleepers: [Int: Sleeper] = [:]
        var watchers: [Watcher] = []
    }

    private struct Sleeper {
        let deadline: Date
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct Watcher {
        let isContent: @Sendable ([Date]) -> Bool
        let continuation: CheckedContinuation<Void, Never>
    }

    private let state: Mutex<State>

    /// Monday 23 November 2026, 10:00 UTC, unless a test says otherwise.
    package static let start = Date(timeIntervalSince1970: 1_795_428_000)

    package init(_ now: Date = start) { state = Mutex(State(now: now)) }

    package func now() -> Date { state.withLock { $0.now } }

    package func sleep(until deadline: Date) async throws {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enter(id, Sleeper(deadline: deadline, continuation: continuation))
            }
        } onCancel: {
            let sleeper = state.withLock { $0.sleepers.removeValue(forKey: id) }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }

    private func enter(_ id: Int, _ sleeper: Sleeper) {
        enum Outcome { case over, cancelled, asleep([Watcher]) }
        let outcome = state.withLock { state -> Outcome in
            if Task.isCancelled { return .cancelled }
            if sleeper.deadline <= state.now { return .over }
            state.sleepers[id] = sleeper
            let deadlines = state.sleepers.values.map(\.deadline)
            let content = state.watchers.filter { $0.isContent(deadlines) }
            state.watchers.removeAll { $0.isContent(deadlines) }
            return .asleep(content)
        }
        switch outcome {
        case .over: sleeper.continuation.resume()
        case .cancelled: sleeper.continuation.resume(throwing: CancellationError())
        case .asleep(let content): content.forEach { $0.continuation.resume() }
        }
    }

    /// Moves the time and wakes whoever slept until then, the earliest first.
    package func advance(by seconds: Double) { advance(to: now().addingTimeInterval(seconds)) }

    package func advance(to date: Date) {
        let woken = state.withLock { state in
            state.now = max(state.now, date)
            let now = state.now
            let due = state.sleepers.filter { $0.value.deadline <= now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values.sorted { $0.deadline < $1.deadline }
        }
        for sleeper in woken { sleeper.continuation.resume() }
    }

    /// The deadlines that are slept until, the earliest first.
    package var sleepers: [Date] { state.withLock { $0.sleepers.values.map(\.deadline).sorted() } }

    /// Returns once so many sleep.
    package func waitForSleepers(_ count: Int = 1) async {
        await waitForSleepers { $0.count >= count }
    }

    /// Returns once somebody sleeps until so many seconds from now, to the millisecond.
    package func waitForSleeper(in seconds: Double) async {
        let expected = now().addingTimeInterval(seconds)
        await waitForSleepers { $0.contains { abs($0.timeIntervalSince(expected)) < 0.001 } }
    }

    /// Returns once the deadlines that are slept until satisfy a condition.
    package func waitForSleepers(where isContent: @escaping @Sendable ([Date]) -> Bool) async {
        await withCheckedContinuation { continuation in
            let isContentNow = state.withLock { state in
                let isContentNow = isContent(state.sleepers.values.map(\.deadline))
                if !isContentNow {
                    state.watchers.append(
                        Watcher(isContent: isContent, continuation: continuation))
                }
                return isContentNow
            }
            if isContentNow { continuation.resume() }
        }
    }
}
