package import Chat
package import FoundationEssentials
import Synchronization
package import Web

/// Where the parts of the bot report how they are, and where `/livez` and `/readyz` read it.
///
/// A lock and not an actor: a report must never wait, and a probe must be answered also when everything else hangs.
package final class Health: Sendable {
    private let report: Mutex<HealthReport>
    private let now: @Sendable () -> Date

    package init(now: @escaping @Sendable () -> Date) {
        self.now = now
        report = Mutex(HealthReport(startedAt: now()))
    }

    package func tick() { report.withLock { [now] in $0.tick(at: now()) } }

    package func store(fault: String?) { report.withLock { $0.store(fault: fault) } }

    package func watch(_ platform: Platform, longestSilence: TimeInterval? = nil) {
        report.withLock { [now] in
            $0.watch(platform, longestSilence: longestSilence, at: now())
        }
    }

    package func success(of platform: Platform) {
        report.withLock { [now] in $0.success(of: platform, at: now()) }
    }

    package func failure(of platform: Platform, reason: String) {
        report.withLock { $0.failure(of: platform, reason: reason) }
    }

    package var isLive: Bool { report.withLock { [now] in $0.isLive(at: now()) } }

    package var faults: [String] { report.withLock { [now] in $0.faults(at: now()) } }

    /// `/livez` and `/readyz`: 200 and `ok`, or 503 and a line for each fault.
    package var routes: [WebRoute] {
        [
            WebRoute(.get, "/livez") { [self] _ in
                isLive ? .text("ok\n") : .text("the clockwork stands still\n", status: 503)
            },
            WebRoute(.get, "/readyz") { [self] _ in
                let faults = faults
                guard !faults.isEmpty else { return .text("ok\n") }
                return .text(faults.map { $0 + "\n" }.joined(), status: 503)
            },
        ]
    }
}
