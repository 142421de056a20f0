import Chat
import Cohorts
import FoundationEssentials
import Journal
import Logging
import Synchronization

/// Looks after the journal: a snapshot when it has grown long, and the way back when the disk failed.
struct StoreKeeping: Sendable {
    let journal: Journal
    let decider: Decider
    let clock: any WallClock
    /// What the snapshot before named; nil before the first one of this process.
    private let named = Named()

    private final class Named: Sendable {
        let digests = Mutex<Set<String>?>(nil)
    }

    init(journal: Journal, decider: Decider, clock: any WallClock) {
        self.journal = journal
        self.decider = decider
        self.clock = clock
    }

    /// How long writes are held before they are given up, in seconds.
    static let patience = 10.0
    /// Between two looks at the journal's length, in seconds.
    private static let interval = 1.0
    /// Between two tries to get back to the disk: at first, and at most.
    private static let retries = (first: 1.0, longest: 30.0)
    /// After a snapshot that failed, in seconds.
    private static let pause = 60.0

    /// Writes a snapshot whenever one is due, until it is cancelled.
    func compact() async {
        while (try? await clock.sleep(seconds: Self.interval)) != nil {
            guard journal.fault == nil else {
                // Also where nobody has asked for anything since it failed.
                decider.troubles.yield()
                continue
            }
            guard journal.isCompactionDue else { continue }
            do throws(JournalFault) {
                try await compactNow()
            } catch {
                decider.logger.error("store.uncompacted", metadata: ["reason": "\(error)"])
                guard (try? await clock.sleep(seconds: Self.pause)) != nil else { return }
            }
        }
    }

    /// Writes a snapshot of the world as it is now, and removes files that nothing names any more: neither the world
    /// nor the generation that is kept for repairs.
    func compactNow(keepsPrevious: Bool = true) async throws(JournalFault) {
        try await decider.files.sweep { () throws(JournalFault) in
            let (cut, world) = try await decider.cut()
            try await journal.compact(cut, SnapshotContent(world), keepsPrevious: keepsPrevious)
            let now = world.namedFiles
            let before = named.digests.withLock { digests in
                defer { digests = now }
                return digests
            }
            guard let before else { return nil }
            return await decider.world.namedFiles.union(now).union(before)
        }
    }

    /// Waits for the disk to fail, and then tries until it is well again; until it is cancelled.
    func recover() async {
        for await _ in decider.troubleSignals {
            guard let fault = journal.fault else { continue }
            await decider.isUnsafe(fault)
            guard await recover(since: clock.now()) else { return }
        }
    }

    private func recover(since start: Date) async -> Bool {
        let end = start.addingTimeInterval(Self.patience)
        var wait = Self.retries.first
        var isHolding = true
        while journal.fault != nil {
            let until = clock.now().addingTimeInterval(wait)
            do { try await clock.sleep(until: isHolding ? min(until, end) : until) } catch {
                return false
            }
            let view = await decider.view
            do throws(JournalFault) {
                try await journal.restart(at: view.sequence, SnapshotContent(view.world))
                await decider.recovered(upTo: view.sequence)
                return true
            } catch {
                if isHolding, clock.now() >= end {
                    await decider.giveUp()
                    isHolding = false
                }
                wait = min(wait * 2, Self.retries.longest)
            }
        }
        return true
    }
}
