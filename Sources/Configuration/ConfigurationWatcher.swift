package import Chat

/// Looks at the files every two seconds and tells when they changed.
///
/// Polling, since inotify tells nothing on network and container mounts, and a look costs a few dozen `stat` calls.
package struct ConfigurationWatcher: Sendable {
    private let known: ConfigurationFingerprint
    private let clock: any WallClock
    private let interval: Double
    private let look: @Sendable () -> ConfigurationFingerprint
    private let changed: @Sendable () async -> Void

    /// `known` is what the files looked like before they were loaded, so that no edit falls between.
    package init(
        known: ConfigurationFingerprint, clock: any WallClock, interval: Double = 2,
        look: @escaping @Sendable () -> ConfigurationFingerprint,
        changed: @escaping @Sendable () async -> Void
    ) {
        self.known = known
        self.clock = clock
        self.interval = interval
        self.look = look
        self.changed = changed
    }

    /// Runs until cancelled.
    package func run() async throws {
        var change = ConfigurationChange(known)
        while true {
            try await clock.sleep(seconds: interval)
            if change.look(look()) { await changed() }
        }
    }
}
