import Chat
import FoundationEssentials

/// Where requests wait for their turn.
///
/// Waits are bounded: who would have to wait longer than their patience is told so and can do something else meanwhile.
actor RateGate {
    private var limits = RateLimits()
    private var invalid = InvalidRequests()
    private let clock: any WallClock
    private let tell: @Sendable (InvalidRequests.Halt) -> Void
    private var watchers: [Int: CheckedContinuation<Void, Never>] = [:]
    private var lastWatcher = 0

    /// `tell` is called once when everything stops.
    init(clock: any WallClock, tell: @escaping @Sendable (InvalidRequests.Halt) -> Void = { _ in })
    {
        self.clock = clock
        self.tell = tell
    }

    enum Entrance: Sendable {
        case go(RateLimits.Pass)
        case held(seconds: Double)
        case halted(InvalidRequests.Halt)
    }

    var halt: InvalidRequests.Halt? { invalid.halt(at: now) }

    /// Waits for a place, at most so many seconds.
    /// - Throws: `CancellationError`.
    func enter(_ route: DiscordRoute, patience: Double) async throws -> Entrance {
        let end = now + patience
        while true {
            try Task.checkCancellation()
            if let halt = invalid.halt(at: now) { return .halted(halt) }
            switch limits.take(route, at: now) {
            case .go(let pass): return .go(pass)
            case .wait(let until) where until > end: return .held(seconds: until - now)
            case .wait(let until):
                try await clock.sleep(until: Date(timeIntervalSince1970: until))
            case .waitForAnswer:
                guard now < end else { return .held(seconds: 1) }
                await nextAnswer()
            }
        }
    }

    func leave(_ pass: RateLimits.Pass, _ report: RateLimits.Report?) {
        limits.note(pass, report, at: now)
        for watcher in watchers.values { watcher.resume() }
        watchers = [:]
    }

    func note(status: Int, isShared: Bool) {
        watching { $0.note(status, isShared: isShared, at: now) }
    }

    func isRefused() { watching { $0.isRefused() } }
    func isBanned(for seconds: Double?) { watching { $0.isBanned(for: seconds, at: now) } }

    private func watching(_ change: (inout InvalidRequests) -> Void) {
        let before = invalid.halt(at: now)
        change(&invalid)
        if before == nil, let halt = invalid.halt { tell(halt) }
    }

    private var now: Double { clock.now().timeIntervalSince1970 }

    /// An answer always comes, if only as a failure at its request's deadline.
    private func nextAnswer() async {
        lastWatcher += 1
        let id = lastWatcher
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled { return continuation.resume() }
                watchers[id] = continuation
            }
        } onCancel: {
            Task { await self.stopWaiting(id) }
        }
    }

    private func stopWaiting(_ id: Int) { watchers.removeValue(forKey: id)?.resume() }
}
