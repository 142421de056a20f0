package import Chat
package import FoundationEssentials

/// What one decision changes and owes, written as one line of the journal or not at all.
package struct Commit: Sendable {
    /// What was decided, for people who read the journal: a command's name, `clock`, `sent`, `seed`.
    package var kind: String
    package var cause: Cause?
    package var at: Date
    package var events: [any Event]
    package var owed: [Outgoing]

    package init(
        kind: String, cause: Cause?, at: Date, events: [any Event], owed: [Outgoing] = []
    ) {
        self.kind = kind
        self.cause = cause
        self.at = at
        self.events = events
        self.owed = owed
    }
}
