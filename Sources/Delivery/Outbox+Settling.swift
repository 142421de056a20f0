import FoundationEssentials

extension Outbox {
    /// Somebody who waits for messages to be out.
    struct Waiter {
        let keys: [String]
        /// How many of them are not out yet.
        var left: Int
        let deadline: Double
        let continuation: CheckedContinuation<Void, Never>
    }

    /// Waits until messages are out or given up, at most so many seconds.
    ///
    /// Whoever confirms an update to its platform waits here for the answers first. What is returned is not out yet:
    /// the caller journals it, and from now on it counts as durable.
    package func settle(_ keys: [String], within seconds: Double) async -> [String] {
        lastWaiter += 1
        let id = lastWaiter
        let waiting = keys.filter { note(id, waitsFor: $0) }
        if waiting.isEmpty { return [] }
        if !isStopped {
            let deadline = moment + seconds
            await withCheckedContinuation { continuation in
                waiters[id] = Waiter(
                    keys: waiting, left: waiting.count, deadline: deadline,
                    continuation: continuation)
                // The alarm for the deadline is set by `run`.
                if deadline < armed ?? .infinity { wake.yield() }
            }
        }
        let late = waiting.filter { open[$0] != nil }
        for key in late { open[key]?.isDurable = true }
        return late
    }

    /// - Returns: false where the message is out already.
    private func note(_ waiter: Int, waitsFor key: String) -> Bool {
        guard open[key] != nil else { return false }
        open[key]?.waiters.append(waiter)
        return true
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
        for id in open.removeValue(forKey: key)?.waiters ?? [] {
            waiters[id]?.left -= 1
            if waiters[id]?.left == 0 { waiters.removeValue(forKey: id)?.continuation.resume() }
        }
    }

    func expireWaiters(at moment: Double) {
        for (id, waiter) in waiters where waiter.deadline <= moment || moment == .infinity {
            waiters[id] = nil
            waiter.continuation.resume()
        }
    }
}
