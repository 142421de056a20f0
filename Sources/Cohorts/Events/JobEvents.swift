import HashTreeCollections

package enum JobEvents {
    static let all: [any Event.Type] = [JobStarted.self, JobFinished.self]
}

/// Long work was accepted: it runs, and runs again after a restart, until it is finished.
package struct JobStarted: Event {
    package static let kind = "job.started"
    package let job: Job
    package let number: Int

    package init(job: Job, number: Int) {
        self.job = job
        self.number = number
    }

    package func apply(to world: inout World) {
        world.took(number)
        world.jobs[job.id] = job
    }
}

package struct JobFinished: Event {
    package static let kind = "job.finished"
    package let id: ShortID

    package init(id: ShortID) { self.id = id }

    package func apply(to world: inout World) { world.jobs[id] = nil }
}
