import Cohorts
import Commands
import FoundationEssentials
import PeerReview

extension RoundMending: LongWork {
    init?(_ job: Job, in world: World, knowledge: Knowledge) {
        self.init(job, in: world, dates: knowledge)
    }

    func run(with means: WorkMeans) async throws -> Allocation { run() }

    func decision(
        for result: Allocation, in world: World, knowledge: Knowledge, now: Date, seed: UInt64
    ) -> Decision? {
        guard let current = RoundMending(job, in: world, dates: knowledge) else {
            return Decision(kind: "job", events: [JobFinished(id: job.id)])
        }
        // Somebody began, sent or handed in meanwhile.
        guard current.scenario == scenario else { return nil }
        return decision(for: result, in: world, now: now)
    }
}
