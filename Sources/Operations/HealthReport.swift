package import Chat
package import FoundationEssentials

/// What is known of the bot's health, as a value: who reported what, and when.
package struct HealthReport: Sendable {
    /// How old the clockwork's last tick may be.
    package static let longestTick: TimeInterval = 30

    private var lastTick: Date
    private var storeFault: String?
    private var connections: [String: Connection] = [:]

    private struct Connection {
        var since: Date
        var lastSuccess: Date?
        var fault: String?
        var longestSilence: TimeInterval?
    }

    package init(startedAt: Date) { lastTick = startedAt }

    /// The clockwork turned.
    package mutating func tick(at now: Date) { lastTick = now }

    /// The store can be written to (nil), or why not.
    package mutating func store(fault: String?) { storeFault = fault }

    /// A platform is to be watched.
    ///
    /// `longestSilence` is the seconds without success after which it counts as unreachable, twice its poll's timeout;
    /// nil for a platform that is always there.
    package mutating func watch(_ platform: Platform, longestSilence: TimeInterval?, at now: Date) {
        connections[platform.rawValue] = Connection(since: now, longestSilence: longestSilence)
    }

    /// The platform answered.
    package mutating func success(of platform: Platform, at now: Date) {
        connections[platform.rawValue]?.lastSuccess = now
        connections[platform.rawValue]?.fault = nil
    }

    /// The platform refused or could not be reached. The reason is shown: it holds no secret and no user's text.
    package mutating func failure(of platform: Platform, reason: String) {
        connections[platform.rawValue]?.fault = reason
    }

    /// Whether the process does anything at all; where it does not, only a restart helps.
    package func isLive(at now: Date) -> Bool {
        now.timeIntervalSince(lastTick) < Self.longestTick
    }

    /// One line per reason not to rely on the bot now; empty means ready.
    package func faults(at now: Date) -> [String] {
        var lines: [String] = []
        if !isLive(at: now) {
            lines.append("clockwork: last tick \(Self.seconds(from: lastTick, to: now)) s ago")
        }
        if let storeFault { lines.append("store: \(storeFault)") }
        for (name, connection) in connections.sorted(by: { $0.key < $1.key }) {
            if let fault = connection.fault {
                lines.append("\(name): \(fault)")
            } else if let limit = connection.longestSilence {
                let last = connection.lastSuccess ?? connection.since
                guard now.timeIntervalSince(last) > limit else { continue }
                let age = Self.seconds(from: last, to: now)
                lines.append(
                    connection.lastSuccess == nil
                        ? "\(name): no answer yet, for \(age) s"
                        : "\(name): last answer \(age) s ago")
            }
        }
        return lines
    }

    private static func seconds(from start: Date, to now: Date) -> Int {
        Int(now.timeIntervalSince(start).rounded())
    }
}
