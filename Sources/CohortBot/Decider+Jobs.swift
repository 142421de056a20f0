import Cohorts
import Commands
import Delivery
import HashTreeCollections
import Journal
import Logging
import PeerReview

extension Decider {
    /// What a job needs to run beside the Decider; nil where it has become pointless, and is then ended.
    func matching(for job: Job) async -> RoundMatching? {
        if let matching = RoundMatching(job, in: world, dates: knowledge) { return matching }
        await finish(Decision(kind: "job", events: [JobFinished(id: job.id)]))
        return nil
    }

    /// Takes in the result of a job, if what it was computed from still holds.
    /// - Returns: false where works came or went meanwhile: it has to run again.
    func finish(_ job: Job, matching: RoundMatching, allocation: Allocation) async -> Bool {
        guard world.jobs[job.id] != nil else { return true }
        guard let current = RoundMatching(job, in: world, dates: knowledge) else {
            await finish(Decision(kind: "job", events: [JobFinished(id: job.id)]))
            return true
        }
        guard current.scenario == matching.scenario else { return false }
        await finish(matching.decision(for: allocation, in: world, now: now))
        return true
    }

    private func finish(_ decision: Decision) async {
        do throws(Ledger.Failure) {
            let owed = try enter(decision, cause: nil, at: now)
            if await kept() { await outbox.deliver(owed) }
        } catch {
            // The job stays open and runs again when the store is safe, at the latest after a restart.
            logger.error("job.unfinished")
            releaseJobWaiters()
        }
    }

    /// Returns when no job is open, or none can end before the disk is well again.
    func jobsDone() async {
        guard !world.jobs.isEmpty, ledger.journal.fault == nil else { return }
        await withCheckedContinuation { jobWaiters.append($0) }
    }

    func releaseJobWaiters() {
        for waiter in jobWaiters { waiter.resume() }
        jobWaiters = []
    }
}
