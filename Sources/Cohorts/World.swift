package import Chat
import HashTreeCollections

/// Everything the bot knows, as one value that only events change.
///
/// The maps are persistent (hash tries): a copy costs nothing and a change copies a path, so a view for an export
/// or a job never stalls the Decider.
package struct World: Sendable {
    /// The tables, behind one reference: on its way from the socket to the answer a message hands the world from value to
    /// value, and copying twenty tables each time cost a twentieth of all the processor's time.
    ///
    /// Always one element: an array is the reference that copies what it holds when somebody else holds it too.
    var tables = [Tables()]

    package init() {}

    /// Carries out one commit: its events in order, then what it owes, then that its cause is done.
    package mutating func apply(_ commit: Commit, sequence: Int) {
        for event in commit.events { event.apply(to: &self) }
        for (index, message) in commit.owed.enumerated() {
            let key = Self.key(sequence: sequence, index: index)
            owed[key] = message
            if let asks = message.asks, let person = accounts[asks],
                case .room(let room) = message.to
            {
                questions[Question.Place(person: person, room: room)]?.key = key
            }
        }
        if let cause = commit.cause {
            seen[cause.source, default: SeenWindow(of: cause.source)].insert(cause.id)
        }
    }

    /// The key of a commit's message, the same before and after a restart.
    package static func key(sequence: Int, index: Int) -> String { "\(sequence).\(index)" }

    /// Whether the update with this cause has had its effect.
    package func hasSeen(_ cause: Cause) -> Bool { seen[cause.source]?.contains(cause.id) ?? false }

    /// Notes that an id was handed out; events that create something call it, so replay counts alike.
    mutating func took(_ number: Int) { nextNumber = max(nextNumber, number + 1) }
}
