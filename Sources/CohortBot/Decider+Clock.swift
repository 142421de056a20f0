import Cohorts
import Commands
import Dates
import Delivery
import FoundationEssentials
import Journal
import Operations

extension Decider {
    /// Decides, commits and hands over everything that is due.
    /// - Returns: when to look again; nil where nothing is ahead.
    func fireDue() async -> Date? {
        health.tick()
        await firstInLine()
        defer { letNextFire() }
        while true {
            let now = now
            // Not sent while it cannot be recorded: late is better than twice.
            guard ledger.journal.fault == nil else {
                return now.addingTimeInterval(Self.retryAfter)
            }
            let items = agenda.takeDue(at: now)
            guard !items.isEmpty else { return agenda.next }
            for batch in DueDecision.batches(items, in: world) {
                guard await fire(batch, at: now) else {
                    agenda = Agenda(world)
                    return now.addingTimeInterval(Self.retryAfter)
                }
            }
        }
    }

    /// One at a time, so that whoever waits for this has everything out that fell due before.
    private func firstInLine() async {
        while isFiring { await withCheckedContinuation { firingWaiters.append($0) } }
        isFiring = true
    }

    private func letNextFire() {
        isFiring = false
        let waiting = firingWaiters
        firingWaiters = []
        for waiter in waiting { waiter.resume() }
    }

    /// Decides, commits and hands over what is due together.
    /// - Returns: false where the disk did not take it.
    private func fire(_ items: [Agenda.Item], at now: Date) async -> Bool {
        guard
            let decision = DueDecision(world: world, now: now, zones: knowledge.dates.zones)
                .decide(items)
        else { return true }
        let owed: [Owed]
        do throws(Ledger.Failure) {
            owed = try enter(decision, cause: nil, at: now)
        } catch {
            return false
        }
        guard await kept() else { return false }
        await outbox.deliver(owed)
        return true
    }

    /// Seconds until the disk is looked at again; `recovered` wakes the clockwork at once.
    private static let retryAfter = 10.0
}
