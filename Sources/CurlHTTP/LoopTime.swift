/// The time of the current round: read once, shared by all transfers.
///
/// The real clock and none injected, because the kernel's poll, which it steers, knows no other.
final class LoopTime {
    private(set) var now = ContinuousClock.now

    func update(to instant: ContinuousClock.Instant = .now) {
        now = instant
    }
}
