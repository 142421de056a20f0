import Chat
import Cohorts
import Commands
import Journal
import ServiceLifecycle

/// Runs long work beside the Decider and gives the results back; whoever waits sees the bot at work.
package struct JobRunner: Service {
    let decider: Decider
    let means: WorkMeans

    package func run() async throws {
        await withDiscardingTaskGroup { group in
            for await _ in decider.jobSignals.cancelOnGracefulShutdown() {
                while let job = await decider.nextJob() {
                    group.addTask {
                        await run(job)
                        await decider.ended(job)
                    }
                }
            }
            // What is not done runs again at the next start.
            group.cancelAll()
        }
    }

    private func run(_ job: Job) async {
        await withTaskGroup(of: Void.self) { group in
            if let platform = means.platforms[job.room.platform] {
                group.addTask { await platform.showActivity(in: job.room) }
            }
            switch job.task {
            case .match: await run(RoundMatching.self, job)
            case .mend: await run(RoundMending.self, job)
            case .fetch: await run(FileFetch.self, job)
            }
            group.cancelAll()
        }
    }

    private func run<Work: LongWork>(_ kind: Work.Type, _ job: Job) async {
        while !Task.isCancelled, let work = await decider.begin(kind, job) {
            guard let result = try? await work.run(with: means) else { return }
            let isDone = await decider.finish(work, result)
            for digest in work.held(by: result) { means.files.release(digest) }
            if isDone { return }
        }
    }
}
