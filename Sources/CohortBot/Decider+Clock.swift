import Cohorts
import Commands
import Delivery
import FoundationEssentials
import Journal
import Operations

extension Decider {
    /// So many due items go into one group commit; the rest follow at once.
    private static let groupSize = 500

    /// Decides, commits and hands over everything that is due.
    /// - Returns: when to look again; nil where nothing is ahead.
    func fireDue() async -> Date? {
        health.tick()
        while true {
            let now = now
            // Not sent while it cannot be recorded: late is better than twice.
            guard ledger.journal.fault == nil else {
                return now.addingTimeInterval(Self.retryAfter)
            }
            let items = agenda.takeDue(at: now, limit: Self.groupSize)
            guard !items.isEmpty else { return agenda.next }
            var owed: [Owed] = []
            for item in items {
                guard let decision = DueDecision(world: world, now: now).decide(item) else {
                    continue
                }
                do throws(Ledger.Failure) {
                    owed += try enter(decision, cause: nil, at: now)
                } catch {
                    agenda = Agenda(world)
                    return now.addingTimeInterval(Self.retryAfter)
                }
            }
            guard await kept() else { return now.addingTimeInterval(Self.retryAfter) }
            await outbox.deliver(owed)
        }
    }

    /// Seconds until the disk is looked at again; `recovered` wakes the clockwork at once.
    private static let retryAfter = 10.0
}
