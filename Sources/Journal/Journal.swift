import Dispatch
import Synchronization

/// An append-only file of decisions, on disk before anyone is told of them.
///
/// ```swift
/// let journal = try Journal.open(directory: "state", files: SystemFiles(), now: Date.init, madeBy: "cohortbot 0.1",
///     reader: StateReader(entity: …, record: …, take: { world.apply($0) }))
/// let seq = try journal.append([entry])    // ordered, at once, nothing on disk yet
/// try await journal.durable(upTo: seq)     // now somebody may be told
/// ```
/// One committer writes. While it waits for the disk further entries gather, and then go together: one write, one sync
/// for all of them. It has a thread of its own, since a sync blocks and Swift's pool has few threads.
///
/// An error of the disk is final for the file it struck: the kernel may have dropped what it could not write, so a
/// second try that succeeds proves nothing. Entries are then held, and `restart` gets them to the disk with a new
/// snapshot under a new name, or `discard` gives them up.
public final class Journal: Sendable {
    /// What was found when it was opened.
    public let recovery: Recovery

    let directory: StateDirectory
    let limits: JournalLimits
    let queue = DispatchQueue(label: "journal")
    /// Where snapshots are written, beside the committer.
    let snapshots = DispatchQueue(label: "snapshots", qos: .utility)
    /// Held by the committer while it writes.
    let segment: Mutex<OpenSegment>
    let lock: DirectoryLock
    let state: Mutex<State>

    struct State {
        var last: Int
        var durable: Int
        /// What follows `durable` and is not with the committer.
        var pending: [Entry] = []
        var waiters: [Waiter] = []
        var isCommitting = false
        /// Set where entries should go although nobody waits for them.
        var isFlushing = false
        var isStopped = false
        /// Why nothing reaches the disk just now.
        var fault: JournalFault?
        /// Whether what comes while there is a fault is refused rather than held.
        var isRefusing = false
        /// The open segment is to end behind this record.
        var cut: Int?
        /// How the cut came out, or who waits to hear it.
        var cutResult: Result<CutPoint, JournalFault>?
        var cutWaiter: CheckedContinuation<Result<CutPoint, JournalFault>, Never>?
        /// The length of the journal behind the snapshot, and of that snapshot.
        var journalBytes: Int
        var snapshotBytes: Int
    }

    struct Waiter {
        var seq: Int
        /// Whether it waits on when the disk fails, until that is decided.
        var isPatient: Bool
        var continuation: CheckedContinuation<JournalFault?, Never>
    }

    /// So many entries are written without anybody waiting for them.
    private static let pendingLimit = 4096

    init(
        directory: StateDirectory, limits: JournalLimits, lock: DirectoryLock,
        segment: OpenSegment, recovery: Recovery
    ) {
        self.directory = directory
        self.limits = limits
        self.lock = lock
        self.recovery = recovery
        self.state = Mutex(
            State(
                last: recovery.lastSeq, durable: recovery.lastSeq,
                journalBytes: segment.journalBytes, snapshotBytes: recovery.snapshotBytes))
        self.segment = Mutex(segment)
    }

    /// Why nothing reaches the disk just now; `nil` while all is well.
    public var fault: JournalFault? { state.withLock { $0.fault } }

    /// The last record that was appended.
    public var lastSeq: Int { state.withLock { $0.last } }

    /// The last record that is on disk.
    public var durableSeq: Int { state.withLock { $0.durable } }

    /// Puts entries in order, at once, and returns the `seq` of the last one.
    ///
    /// They reach the disk when somebody waits for them, with the group of somebody who does, or by `run` within a
    /// second: what need not be waited for costs no sync of its own.
    @discardableResult
    public func append(_ entries: [Entry]) throws(JournalFault) -> Int {
        let result = state.withLock { state -> Result<Int, JournalFault> in
            if state.isStopped { return .failure(.stopped) }
            if let fault = state.fault, state.isRefusing { return .failure(fault) }
            state.pending.append(contentsOf: entries)
            state.last += entries.count
            if state.pending.count >= Self.pendingLimit { state.isFlushing = true }
            return .success(state.last)
        }
        startCommitting { _ in }
        return try result.get()
    }

    /// Returns when every record up to `seq` is on disk.
    /// - Throws: the fault as soon as the disk fails, though the record may still be held.
    public func durable(upTo seq: Int) async throws(JournalFault) {
        try await wait(for: seq, isPatient: false)
    }

    /// Returns when every record up to `seq` is on disk, however long the disk fails before.
    /// - Throws: the fault, once the record is given up.
    public func held(upTo seq: Int) async throws(JournalFault) {
        try await wait(for: seq, isPatient: true)
    }

    private func wait(for seq: Int, isPatient: Bool) async throws(JournalFault) {
        let fault = await withCheckedContinuation {
            (continuation: CheckedContinuation<JournalFault?, Never>) in
            startCommitting { state in
                let seq = seq == .max ? state.last : seq
                if seq > state.last {
                    // Given up since it was appended: what is on disk says nothing about it.
                    continuation.resume(returning: state.fault ?? .stopped)
                } else if state.durable >= seq {
                    continuation.resume(returning: nil)
                } else if let fault = state.fault, !isPatient || state.isRefusing {
                    continuation.resume(returning: fault)
                } else {
                    state.waiters.append(
                        Waiter(seq: seq, isPatient: isPatient, continuation: continuation))
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
        if fault != nil { discard() }
        await witness()
        await on(queue) { [self] in
            segment.withLock { try? $0.file.close() }
            lock.release()
        }
    }

    /// Rewrites HEAD where it lags behind the journal.
    func witness() async {
        await on(queue) { [self] in
            guard fault == nil else { return }
            do throws(FileError) {
                try segment.withLock { segment throws(FileError) in
                    try segment.witness(in: directory)
                }
            } catch {
                fail(.disk(error), held: [])
            }
        }
    }

    func on<Value: Sendable>(
        _ queue: DispatchQueue, _ body: @escaping @Sendable () -> Value
    ) async -> Value {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: body()) }
        }
    }

    func startCommitting(_ change: (inout State) -> Void) {
        let starts = state.withLock { state in
            change(&state)
            guard !state.isCommitting, state.hasWork else { return false }
            state.isCommitting = true
            return true
        }
        if starts { queue.async { [self] in commit() } }
    }

    /// Writes group after group until nobody waits any more.
    private func commit() {
        while let work = state.withLock({ $0.takeWork() }) {
            switch work {
            case .group(let group): commit(group)
            case .rotation: rotate()
            }
        }
    }

    private func commit(_ group: [Entry]) {
        do throws(FileError) {
            let (durable, bytes, isFull) = try segment.withLock { segment throws(FileError) in
                (
                    try segment.commit(group), segment.journalBytes,
                    segment.goodLength >= limits.segmentBytes
                )
            }
            settle(durable, journalBytes: bytes)
            if isFull { rotate() }
        } catch {
            fail(.disk(error), held: group)
        }
    }

    /// Ends the open segment, and tells where to whoever asked for a cut.
    private func rotate() {
        do throws(FileError) {
            let point = try segment.withLock { segment throws(FileError) in
                try segment.rotate(in: directory)
                return CutPoint(segment)
            }
            let waiter = state.withLock { $0.cutIsMade(point) }
            waiter?.resume(returning: .success(point))
        } catch {
            fail(.disk(error), held: [])
        }
    }

    private func settle(_ durable: Int, journalBytes: Int) {
        let done = state.withLock { state in
            state.durable = durable
            state.journalBytes = journalBytes
            return state.takeWaiters { $0.seq <= durable }
        }
        for waiter in done { waiter.continuation.resume(returning: nil) }
    }

    /// From now on nothing reaches the disk; whoever cannot wait is told.
    func fail(_ fault: JournalFault, held: [Entry]) {
        let (left, cut) = state.withLock { state in
            // A further fault does not make a journal hold again what it already refuses.
            if state.fault == nil { (state.fault, state.isRefusing) = (fault, false) }
            state.pending = held + state.pending
            return (state.takeWaiters { !$0.isPatient }, state.cutFailed(fault))
        }
        for waiter in left { waiter.continuation.resume(returning: fault) }
        cut?.resume(returning: .failure(fault))
    }
}

extension Journal.State {
    enum Work {
        case group([Entry])
        case rotation
    }

    var hasWork: Bool {
        fault == nil
            && (cut != nil || !pending.isEmpty && (isFlushing || !waiters.isEmpty))
    }

    /// The committer's next step; it is idle when there is none.
    mutating func takeWork() -> Work? {
        guard hasWork else {
            isCommitting = false
            return nil
        }
        let size = cut.map { max(0, pending.count - (last - $0)) } ?? pending.count
        if size == 0 { return .rotation }
        if size < pending.count {
            defer { pending.removeFirst(size) }
            return .group(Array(pending.prefix(size)))
        }
        isFlushing = false
        defer { pending = [] }
        return .group(pending)
    }

    mutating func takeWaiters(_ isMeant: (Journal.Waiter) -> Bool) -> [Journal.Waiter] {
        let taken = waiters.filter(isMeant)
        if !taken.isEmpty { waiters.removeAll(where: isMeant) }
        return taken
    }

    /// - Returns: who waits to hear it.
    mutating func cutIsMade(
        _ point: CutPoint
    ) -> CheckedContinuation<Result<CutPoint, JournalFault>, Never>? {
        guard let wanted = cut, wanted == point.seq else { return nil }
        cut = nil
        defer { cutWaiter = nil }
        if cutWaiter == nil { cutResult = .success(point) }
        return cutWaiter
    }

    mutating func cutFailed(
        _ fault: JournalFault
    ) -> CheckedContinuation<Result<CutPoint, JournalFault>, Never>? {
        guard cut != nil else { return nil }
        cut = nil
        defer { cutWaiter = nil }
        if cutWaiter == nil { cutResult = .failure(fault) }
        return cutWaiter
    }
}
