package import Chat
package import FoundationEssentials
import HashTreeCollections

package enum WaitingEvents {
    static let all: [any Event.Type] = [MessageWaits.self, WaitingReleased.self]
}

/// A private message has nowhere to go until its reader opens a private chat.
package struct MessageWaits: Event {
    package static let kind = "message.waits"
    package let waiting: WaitingMessage

    package init(waiting: WaitingMessage) { self.waiting = waiting }

    package func apply(to world: inout World) {
        world.owed[waiting.key] = nil
        // Somebody who was forgotten is not waited for.
        guard world.people[waiting.person] != nil else { return }
        var own = world.waiting[waiting.person, default: []].filter { $0.key != waiting.key }
        own.append(waiting)
        world.waiting[waiting.person] = own.suffix(WaitingMessage.most)
    }
}

/// They can be reached: what waited is owed again, but for what is too old by now.
package struct WaitingReleased: Event {
    package static let kind = "message.released"
    package let person: PersonID
    package let at: Date

    package init(person: PersonID, at: Date) {
        self.person = person
        self.at = at
    }

    package func apply(to world: inout World) {
        for waiting in world.waiting[person] ?? [] where waiting.isWanted(at: at) {
            world.owed[waiting.key] = waiting.message
        }
        world.waiting[person] = nil
    }
}

extension WaitingMessage {
    /// Whether it still tells its reader something.
    package func isWanted(at now: Date) -> Bool {
        now.timeIntervalSince(since) < Self.lasts && (message.expires.map { $0 > now } ?? true)
    }
}
