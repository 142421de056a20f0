package import Chat
package import FoundationEssentials
import HashTreeCollections

package enum ErasureEvents {
    static let all: [any Event.Type] = [PersonErased.self]
}

/// Somebody is to be forgotten.
///
/// The event names nothing but an id that was never a name. What they said stands in older records and snapshots, so
/// whoever commits it removes those after the next snapshot.
package struct PersonErased: Event {
    package static let kind = "person.erased"
    package let id: PersonID
    package let at: Date

    package init(id: PersonID, at: Date) {
        self.id = id
        self.at = at
    }

    package func apply(to world: inout World) {
        guard let person = world.people[id] else { return }
        Erasure(person).apply(to: &world)
    }
}
