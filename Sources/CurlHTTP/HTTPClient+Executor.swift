/// Tasks may run on the client's own thread, between the turns of libcurl.
///
/// ```swift
/// try await withTaskExecutorPreference(http) { try await serve() }
/// ```
/// What such a task asks, and what it is answered, never changes threads, and what it asks together leaves together: for
/// a program that mostly waits for the network this saves about a fifth of the processor time.
///
/// While a job runs, nothing is sent or received. A task that computes for long prefers `globalConcurrentExecutor`, and
/// none may block. After `shutDown` Swift's own threads take the jobs.
extension HTTPClient: TaskExecutor {
    public func enqueue(_ job: consuming ExecutorJob) {
        put(Inbox.Job(job: UnownedJob(job), executor: asUnownedTaskExecutor()))
    }
}
