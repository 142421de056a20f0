/// When to show people that the bot is at work: from the second second on, and again before the sign fades.
package struct ActivitySign: Sendable {
    package enum Outcome: Hashable, Sendable {
        case shown
        /// It cannot be shown there.
        case impossible
        /// Not before so many seconds.
        case later(Double)
    }

    /// Seconds for which the service shows the sign, a little less.
    private let lasts: Double
    private let clock: any WallClock

    package init(lasts: Double, clock: any WallClock) {
        self.lasts = lasts
        self.clock = clock
    }

    /// Shows it for as long as this runs: cancel it when the work is done. A sign that fails is no loss.
    package func show(_ once: () async -> Outcome) async {
        var wait = 1.0
        while (try? await clock.sleep(seconds: wait)) != nil {
            switch await once() {
            case .shown: wait = lasts
            case .later(let seconds): wait = max(seconds, 1)
            case .impossible: return
            }
        }
    }
}
