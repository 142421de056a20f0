import Cohorts
import Commands
import ServiceLifecycle

/// Runs long work beside the Decider, one piece at a time, and gives the results back.
struct JobRunner: Service {
    let decider: Decider

    func run() async throws {
        for await job in decider.openJobs.cancelOnGracefulShutdown() {
            while let matching = await decider.matching(for: job) {
                let allocation = matching.run()
                if await decider.finish(job, matching: matching, allocation: allocation) { break }
            }
        }
    }
}
