import Cohorts
import Commands
import FoundationEssentials
import PeerReview

/// Long work of the matching engine: it holds for as long as the engine would still look at the same scenario.
protocol AllocationWork: LongWork where Result == Allocation {
    /// Everything the engine looks at.
    var scenario: Scenario { get }

    /// The long part: no state, no time, the same result for the same scenario.
    func run() -> Allocation

    func decision(for allocation: Allocation, in world: World, now: Date) -> Decision
}

extension AllocationWork {
    func run(with means: WorkMeans) async throws -> Allocation {
        // It computes for seconds where a course is large, and nobody's messages may wait for that.
        await withTaskExecutorPreference(globalConcurrentExecutor) { run() }
    }

    func decision(
        for result: Allocation, in world: World, knowledge: Knowledge, now: Date, seed: UInt64
    ) -> Decision? {
        guard let current = Self(job, in: world, knowledge: knowledge) else {
            return Decision(kind: "job", events: [JobFinished(id: job.id)])
        }
        // Works came or went, or somebody began, sent or handed in meanwhile.
        guard current.scenario == scenario else { return nil }
        return decision(for: result, in: world, now: now)
    }
}

extension RoundMatching: AllocationWork {}
extension RoundMending: AllocationWork {}
