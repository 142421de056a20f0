import FoundationEssentials

extension Outbox {
    /// Somebody who waits for messages to be out.
    struct Waiter {
        var keys: Set<String>
        let deadline: Double
        let continuation: CheckedContinuation<[String], Never>
    }

    /// Waits until messages are out or given up, at most so many seconds.
    ///
    /// Whoever confirms an update to its platform waits here for the answers first. What is returned is not out yet:
    /// the caller journals it, and from now on it counts as durable.
    package func settle(_ keys: [String], within seconds: Double) async -> [String] {
        let waiting = Set(keys.filter { open[$0] != nil })
        if waiting.isEmpty { return [] }
        var late = Array(waiting)
        if !isStopped {
            lastWaiter += 1
            let (id, deadline) = (lastWaiter, moment + seconds)
            late = await withCheckedContinuation { continuation in
                waiters[id] = Waiter(keys: waiting, deadline: deadline, continuation: continuation)
                wake.yield()
            }
        }
        for key in late { open[key]?.isDurable = true }
        return keys.filter(Set(late).contains)
    }

    /// Lets what can go out go, then ends `run`; what was not sent stays owed.
    package func stop(within seconds: Double) async {
        let stuck = Set(lanes.values.flatMap { $0.keys(heldBeyond: moment + seconds) })
        _ = await settle(open.keys.filter { !stuck.contains($0) }, within: seconds)
        isStopped = true
        wake.finish()
    }

    /// A message is out, or will never be.
    func close(_ key: String) {
        open[key] = nil
        for id in waiters.keys where waiters[id]?.keys.remove(key) != nil {
            if waiters[id]?.keys.isEmpty == true {
                waiters.removeValue(forKey: id)?.continuation.resume(returning: [])
            }
        }
    }

    func expireWaiters(at moment: Double) {
        for (id, waiter) in waiters where waiter.deadline <= moment || moment == .infinity {
            waiters[id] = nil
            waiter.continuation.resume(returning: Array(waiter.keys))
        }
    }
}
