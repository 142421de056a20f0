import Dispatch
import Synchronization

/// An append-only file of decisions, on disk before anyone is told of them.
///
/// ```swift
/// let journal = try Journal.open(directory: "state", files: SystemFiles(), now: Date.init, madeBy: "cohortbot 0.1") {
///     world.apply($0)
/// }
/// let seq = try journal.append([entry])    // ordered, at once, nothing on disk yet
/// try await journal.durable(upTo: seq)     // now somebody may be told
/// ```
/// One committer writes. While it waits for the disk further entries gather, and then go together: one write, one sync
/// for all of them. It has a thread of its own, since a sync blocks and Swift's pool has few threads.
///
/// An error of the disk is final: the kernel may have dropped what it could not write, so a second try that succeeds
/// proves nothing. The journal then refuses everything with the same fault.
public final class Journal: Sendable {
    /// What was found when it was opened.
    public let recovery: Recovery

    let directory: StateDirectory
    let queue = DispatchQueue(label: "journal")
    /// Held by the committer while it writes.
    let segment: Mutex<OpenSegment>
    private let lock: DirectoryLock
    private let state: Mutex<State>

    private struct State {
        var last: Int
        var durable: Int
        var pending: [Entry] = []
        var waiters: [Waiter] = []
        var isCommitting = false
        /// Set where entries should go although nobody waits for them.
        var isFlushing = false
        var isStopped = false
        var fault: JournalFault?
    }

    private struct Waiter {
        var seq: Int
        var continuation: CheckedContinuation<JournalFault?, Never>
    }

    /// So many entries are written without anybody waiting for them.
    private static let pendingLimit = 4096

    init(directory: StateDirectory, lock: DirectoryLock, segment: OpenSegment, recovery: Recovery) {
        self.directory = directory
        self.lock = lock
        self.recovery = recovery
        self.state = Mutex(State(last: recovery.lastSeq, durable: recovery.lastSeq))
        self.segment = Mutex(segment)
    }

    /// Why nothing can be written any more; `nil` while all is well.
    public var fault: JournalFault? { state.withLock { $0.fault } }

    /// The last record that is on disk.
    public var durableSeq: Int { state.withLock { $0.durable } }

    /// Puts entries in order, at once, and returns the `seq` of the last one.
    ///
    /// They reach the disk when somebody waits for them, with the group of somebody who does, or by `run` within a
    /// second: what need not be waited for costs no sync of its own.
    @discardableResult
    public func append(_ entries: [Entry]) throws(JournalFault) -> Int {
        let result = state.withLock { state -> Result<Int, JournalFault> in
            if let fault = state.isStopped ? .stopped : state.fault { return .failure(fault) }
            state.pending.append(contentsOf: entries)
            state.last += entries.count
            if state.pending.count >= Self.pendingLimit { state.isFlushing = true }
            return .success(state.last)
        }
        startCommitting { _ in }
        return try result.get()
    }

    /// Returns when every record up to `seq` is on disk.
    public func durable(upTo seq: Int) async throws(JournalFault) {
        let fault = await withCheckedContinuation {
            (continuation: CheckedContinuation<JournalFault?, Never>) in
            startCommitting { state in
                let seq = min(seq, state.last)
                if state.durable >= seq {
                    continuation.resume(returning: nil)
                } else if let fault = state.fault {
                    continuation.resume(returning: fault)
                } else {
                    state.waiters.append(Waiter(seq: seq, continuation: continuation))
                }
            }
        }
        if let fault { throw fault }
    }

    /// Writes what nobody waits for every second and HEAD every minute, until it is cancelled.
    public func run(sleep: @Sendable (_ seconds: Double) async throws -> Void) async {
        var seconds = 0
        while !Task.isCancelled {
            do { try await sleep(1) } catch { return }
            seconds += 1
            // A fault is kept in `fault`, where whoever answers for readiness looks.
            try? await durable(upTo: .max)
            if seconds % 60 == 0 { await witness() }
        }
    }

    /// Writes everything, brings HEAD up to date, and lets the directory go. What comes later is refused.
    public func stop() async {
        state.withLock { $0.isStopped = true }
        try? await durable(upTo: .max)
        await witness()
        await onQueue { [self] in
            segment.withLock { try? $0.file.close() }
            lock.release()
        }
    }

    /// Rewrites HEAD where it lags behind the journal.
    func witness() async {
        guard fault == nil else { return }
        await onQueue { [self] in
            let fault = segment.withLock { $0.witness(in: directory) }
            if let fault { fail(fault) }
        }
    }

    private func onQueue(_ body: @escaping @Sendable () -> Void) async {
        await withCheckedContinuation { continuation in
            queue.async {
                body()
                continuation.resume()
            }
        }
    }

    private func startCommitting(_ change: (inout State) -> Void) {
        let starts = state.withLock { state in
            change(&state)
            guard !state.isCommitting, !state.pending.isEmpty,
                state.isFlushing || !state.waiters.isEmpty
            else { return false }
            state.isCommitting = true
            return true
        }
        if starts { queue.async { [self] in commit() } }
    }

    /// Writes group after group until nobody waits any more.
    private func commit() {
        while let group = nextGroup() {
            switch segment.withLock({ $0.commit(group) }) {
            case .success(let durable): settle(durable)
            case .failure(let fault): fail(fault)
            }
        }
    }

    private func nextGroup() -> [Entry]? {
        state.withLock { state in
            guard state.fault == nil, !state.pending.isEmpty,
                state.isFlushing || !state.waiters.isEmpty
            else {
                state.isCommitting = false
                return nil
            }
            state.isFlushing = false
            defer { state.pending = [] }
            return state.pending
        }
    }

    private func settle(_ durable: Int) {
        let done = state.withLock { state in
            state.durable = durable
            defer { state.waiters.removeAll { $0.seq <= durable } }
            return state.waiters.filter { $0.seq <= durable }
        }
        for waiter in done { waiter.continuation.resume(returning: nil) }
    }

    private func fail(_ fault: JournalFault) {
        let left = state.withLock { state in
            state.fault = fault
            state.pending = []
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in left { waiter.continuation.resume(returning: fault) }
    }
}
