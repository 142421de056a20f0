import Chat
import Cohorts

/// Which open job runs next; a value, so that every case is a line in a test.
///
/// Work that keeps a core busy runs one at a time, fetching a few at a time, and a person's files in the order in which
/// they were sent: the later one is the newer version.
struct JobTurns {
    private var underWay: [ShortID: Job] = [:]
    /// What cannot end before the disk is well again.
    private var parked: Set<ShortID> = []

    /// A job that is under way until `ended`; nil where none may begin.
    mutating func next(among jobs: some Sequence<Job>) -> Job? {
        var firstOfPerson: [PersonID: ShortID] = [:]
        var waiting: [Job] = []
        for job in jobs {
            if job.task.isFetch {
                let first = firstOfPerson[job.person]
                firstOfPerson[job.person] = first.map { min($0, job.id) } ?? job.id
            }
            if underWay[job.id] == nil, !parked.contains(job.id) { waiting.append(job) }
        }
        let free = waiting.filter { job in
            let busy = underWay.values.count { $0.task.isFetch == job.task.isFetch }
            return busy < job.task.width
                && (!job.task.isFetch || firstOfPerson[job.person] == job.id)
        }
        guard let job = free.min(by: { $0.id < $1.id }) else { return nil }
        underWay[job.id] = job
        return job
    }

    mutating func ended(_ job: Job) { underWay[job.id] = nil }

    /// The job does not begin again before `release`.
    mutating func park(_ job: Job) { parked.insert(job.id) }

    mutating func release() { parked = [] }
}

extension Job.Task {
    fileprivate var isFetch: Bool {
        switch self {
        case .fetch: true
        case .match, .mend: false
        }
    }

    /// How many of its kind may be under way at once. A file may be 20 MB in memory.
    fileprivate var width: Int { isFetch ? 4 : 1 }
}
