package import FoundationEssentials

/// The time of day, and waiting for one.
///
/// It comes in through initialisers: the system's in the running bot, one that `/skip` moves in the console, one
/// that a test steps by hand.
package protocol WallClock: Sendable {
    func now() -> Date
    /// Returns at or after `deadline`, or at once where it is past; also when the clock is moved beyond it.
    /// - Throws: `CancellationError`.
    func sleep(until deadline: Date) async throws
}

extension WallClock {
    package func sleep(seconds: Double) async throws {
        try await sleep(until: now().addingTimeInterval(seconds))
    }
}
