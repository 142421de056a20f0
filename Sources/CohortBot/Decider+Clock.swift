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
            guard await fire(DueDecision.batches(items, in: world), at: now) else {
                agenda = Agenda(world)
                return now.addingTimeInterval(Self.retryAfter)
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

    /// Commits one batch after the other and hands over what the disk has; it takes one while the next is decided.
    /// - Returns: false where the disk did not take one.
    private func fire(_ batches: [[Agenda.Item]], at now: Date) async -> Bool {
        var last: Entered?
        for batch in batches {
            let next: Entered?
            do throws(Ledger.Failure) {
                next = try enter(batch, at: now)
            } catch {
                // What was entered before is handed over as soon as it is kept.
                if let last { _ = await handOver(last) }
                return false
            }
            guard let next else { continue }
            if let last {
                guard await handOver(last) else { return false }
            }
            last = next
        }
        return if let last { await handOver(last) } else { true }
    }

    /// What is on its way to the disk, and is to be said then.
    private struct Entered {
        let place: Place
        let owed: [Owed]
    }

    /// Decides and enters what is due together; nil where nothing is to be done any more.
    private func enter(
        _ items: [Agenda.Item], at now: Date
    ) throws(Ledger.Failure) -> Entered? {
        let due = DueDecision(world: world, now: now, zones: knowledge.dates.zones)
        guard let decision = due.decide(items) else { return nil }
        let owed = try enter(decision, cause: nil, at: now)
        return Entered(place: place, owed: owed)
    }

    /// - Returns: false where it was given up.
    private func handOver(_ entered: Entered) async -> Bool {
        guard await kept(upTo: entered.place) else { return false }
        await outbox.deliver(entered.owed)
        return true
    }

    /// Seconds until the disk is looked at again; `recovered` wakes the clockwork at once.
    private static let retryAfter = 10.0
}
