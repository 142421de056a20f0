import Chat
import Cohorts
import Commands
import Delivery
import FoundationEssentials
import HashTreeCollections
import Journal
import Logging

extension Decider {
    /// A job to run now; it is under way until `ended`.
    func nextJob() -> Job? { turns.next(among: world.jobs.values) }

    func ended(_ job: Job) {
        turns.ended(job)
        jobChanges.yield()
    }

    /// What a job needs to run beside the Decider; nil where it has become pointless, and is then ended.
    func begin<Work: LongWork>(_ kind: Work.Type, _ job: Job) async -> Work? {
        guard world.jobs[job.id] == job else { return nil }
        if let work = Work(job, in: world, knowledge: knowledge) { return work }
        await end(job, Decision(kind: "job", events: [JobFinished(id: job.id)]))
        return nil
    }

    /// Takes in the result of a job, if what it was computed from still holds.
    /// - Returns: false where it does not: it has to run again.
    func finish<Work: LongWork>(_ work: Work, _ result: Work.Result) async -> Bool {
        let (now, seed) = (now, chance.next())
        var kept: [MadeFile: KeptFile] = [:]
        defer { release(kept) }
        // The number may have been given up and handed out again: then it is another job's.
        while world.jobs[work.job.id] == work.job {
            guard
                let decision = work.decision(
                    for: result, in: world, knowledge: knowledge, now: now, seed: seed)
            else { return false }
            if let whole = decision.naming(kept) {
                await end(work.job, whole)
            } else if await !keep(decision.files, in: &kept) {
                park(work.job)
            } else {
                continue
            }
            return true
        }
        return true
    }

    private func end(_ job: Job, _ decision: Decision) async {
        jobsEnding += 1
        defer {
            jobsEnding -= 1
            if world.jobs.isEmpty, jobsEnding == 0 { releaseJobWaiters() }
        }
        do throws(Ledger.Failure) {
            let owed = try enter(decision, cause: nil, at: now)
            if await kept() { await outbox.deliver(owed) }
        } catch {
            park(job)
        }
    }

    /// The job stays open and runs again when the store is safe, at the latest after a restart.
    private func park(_ job: Job) {
        logger.error("job.unfinished")
        turns.park(job)
        releaseJobWaiters()
    }

    /// Returns when no job is open and what they led to is handed over, or none can end before the disk is well again.
    func jobsDone() async {
        guard !world.jobs.isEmpty || jobsEnding > 0, ledger.journal.fault == nil else { return }
        await withCheckedContinuation { jobWaiters.append($0) }
    }

    func releaseJobWaiters() {
        for waiter in jobWaiters { waiter.resume() }
        jobWaiters = []
    }
}
