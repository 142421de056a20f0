import Chat
import Delivery
import Journal
import Logging
import Operations
import ServiceLifecycle

// The long-lived parts as services. The group stops them in reverse order: first nobody is heard any more, then what
// is owed goes out, then the journal closes.

/// Writes what nobody waits for, makes the journal shorter from time to time, and brings it back when the disk failed.
struct JournalService: Service {
    let journal: Journal
    let decider: Decider
    let clock: any WallClock

    func run() async throws {
        let keeping = StoreKeeping(journal: journal, decider: decider, clock: clock)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [journal, clock] in
                await journal.run { try await clock.sleep(seconds: $0) }
            }
            group.addTask { await keeping.compact() }
            group.addTask { await keeping.recover() }
            try? await gracefulShutdown()
            group.cancelAll()
        }
        await journal.stop()
    }
}

/// Reads the peer forum's threads into the search index, beside the answers that are already given.
struct IndexingService: Service {
    let decider: Decider

    func run() async throws {
        for await _ in decider.forumSignals.cancelOnGracefulShutdown() {
            while !Task.isShuttingDownGracefully, !Task.isCancelled, await decider.readForum() {
                await Task.yield()
            }
        }
    }
}

/// Brings `sent` records to the disk as they come, many in one group, beside the lanes that send.
struct RecordingService: Service {
    let decider: Decider
    let journal: Journal

    func run() async throws {
        for await _ in decider.recordingSignals.cancelOnGracefulShutdown() {
            // A fault is the journal's to tell; the health page shows it.
            try? await journal.durable(upTo: .max)
        }
    }
}

struct OutboxService: Service {
    let outbox: Outbox
    /// Seconds for what can still go out; Docker kills after ten.
    private static let farewell = 3.0

    func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await outbox.run() }
            group.addTask {
                try? await gracefulShutdown()
                await outbox.stop(within: Self.farewell)
            }
            await group.next()
            group.cancelAll()
        }
    }
}

/// One platform's loop. A platform that refuses the bot for good is out, and harms no other.
struct PlatformService: Service {
    let platform: any ChatPlatform
    let inbox: any Inbox
    let health: Health
    let refusals: Refusals
    let decider: Decider
    let logger: Logger

    func run() async throws {
        do {
            try await withGracefulShutdownHandler {
                try await cancelWhenGracefulShutdown { try await platform.run(inbox) }
            } onGracefulShutdown: {
                Task { await decider.leave() }
            }
        } catch is CancellationError {
            return
        } catch {
            health.failure(of: platform.platform, reason: "\(error)")
            logger.error(
                "platform.refused",
                metadata: ["source": "\(platform.platform.rawValue)", "reason": "\(error)"])
            if await refusals.add(error) { throw AllRefused(reasons: await refusals.reasons) }
            try await gracefulShutdown()
        }
    }
}

/// Counts the platforms that refused the bot; when none is left, there is nothing to run for.
actor Refusals {
    private let total: Int
    private(set) var reasons: [String] = []

    init(total: Int) { self.total = total }

    /// - Returns: true where this was the last one.
    func add(_ error: any Error) -> Bool {
        reasons.append("\(error)")
        return reasons.count >= total
    }
}

/// Every configured platform refuses its token.
package struct AllRefused: Error {
    package let reasons: [String]
}

extension Service {
    /// What the service group calls it. Without a name of its own the group would write out all that a service holds.
    var name: String { String(describing: Self.self) }
}
