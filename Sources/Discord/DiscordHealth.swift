package import FoundationEssentials

/// How the connection to Discord is, for `/readyz` and metrics.
package struct DiscordHealth: Hashable, Sendable {
    /// When Discord was last heard of: an event, or the answer to a heartbeat.
    package var lastHeard: Date?
    /// What is wrong, in a fixed vocabulary; nil while all is well.
    package var trouble: String?
    package var isRefused = false
    package var username: String?
    /// Sessions begun, and taken up again.
    package var sessions = 0
    package var resumes = 0
    /// Answers that came too late for Discord, by how the interaction went.
    package var late = 0
}
