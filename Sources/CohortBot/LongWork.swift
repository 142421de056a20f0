import Chat
import Cohorts
import Commands
import FoundationEssentials
import Journal
import Logging

/// One kind of long work: what goes in, how it runs beside the Decider, and what comes of it.
///
/// A new kind is a case of `Job.Task`, a file with a type that conforms to this, and its line in `JobRunner`. The job is
/// committed before it runs and runs again after a restart, so `run` may happen twice; `decision` has its effect once.
protocol LongWork: Sendable {
    associatedtype Result: Sendable

    var job: Job { get }

    /// Nil where there is nothing left to do.
    init?(_ job: Job, in world: World, knowledge: Knowledge)

    /// The long part.
    /// - Throws: only where it is cancelled; the job stays open.
    func run(with means: WorkMeans) async throws -> Result

    /// What becomes of the result in the world as it is by now; the job's end is one of the events.
    /// - Returns: nil where the work was done from something that has changed: it runs again.
    func decision(
        for result: Result, in world: World, knowledge: Knowledge, now: Date, seed: UInt64
    ) -> Decision?

    /// The digests of files that it put, which nothing names before the decision is entered.
    func held(by result: Result) -> [String]
}

extension LongWork {
    func held(by result: Result) -> [String] { [] }
}

/// What long work may touch beside the world.
struct WorkMeans: Sendable {
    let platforms: [Platform: any ChatPlatform]
    let files: FileStore
    let clock: any WallClock
    let logger: Logger

    init(
        platforms: [any ChatPlatform], files: FileStore, clock: any WallClock, logger: Logger
    ) {
        self.platforms = Dictionary(platforms.map { ($0.platform, $0) }) { first, _ in first }
        self.files = files
        self.clock = clock
        self.logger = logger
    }
}
