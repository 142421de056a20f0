package import Chat
package import Cohorts

/// What is to happen because of one message: what changes, and who is told what.
///
/// Long work is an event too: `JobStarted` is committed first, the work runs beside, and its result comes back as
/// another decision.
/// Without events it is a read: nothing is committed, and after a crash it may be answered again.
package struct Decision {
    /// The name the commit has in the journal.
    package var kind: String
    package var events: [any Event]
    package var messages: [Outgoing]
    /// Files that it makes, by the place of the message that carries them; see `sending`.
    package var files: [Int: MadeFile] = [:]

    package init(
        kind: String = "", events: [any Event] = [], messages: [Outgoing] = []
    ) {
        self.kind = kind
        self.events = events
        self.messages = messages
    }

    package var isRead: Bool { events.isEmpty }

    /// The kind of a decision that only asks for what a command lacks.
    package static let asking = "ask"

    /// This decision with further events before its own.
    package func after(_ earlier: [any Event]) -> Decision {
        var decision = self
        decision.events = earlier + events
        return decision
    }

    package func telling(_ message: Outgoing) -> Decision {
        var decision = self
        decision.messages.append(message)
        return decision
    }
}
