package import Chat
package import FoundationEssentials
import HashTreeCollections

// How people want to be reminded.

package enum RemindingEvents {
    static let all: [any Event.Type] = [
        LeadsChosen.self, QuietChosen.self, DigestChosen.self, DigestDecided.self,
        MentionChosen.self,
    ]
}

/// Their own lead times; nil for the cohort's.
package struct LeadsChosen: Event {
    package static let kind = "person.leads"
    package let id: PersonID
    package let leads: [Int]?
    package let at: Date

    package init(id: PersonID, leads: [Int]?, at: Date) {
        self.id = id
        self.leads = leads
        self.at = at
    }

    package func apply(to world: inout World) {
        world.remind(id) {
            $0.leads = leads
            $0.since = at
        }
    }
}

/// Their own quiet hours; nil for the cohort's.
package struct QuietChosen: Event {
    package static let kind = "person.quiet"
    package let id: PersonID
    package let quiet: QuietHours?

    package init(id: PersonID, quiet: QuietHours?) {
        self.id = id
        self.quiet = quiet
    }

    package func apply(to world: inout World) { world.remind(id) { $0.quiet = quiet } }
}

/// One message in place of many, and when the next one comes.
package struct DigestChosen: Event {
    package static let kind = "person.digest"
    package let id: PersonID
    package let digest: Digest
    package let next: Date?
    package let at: Date

    package init(id: PersonID, digest: Digest, next: Date?, at: Date) {
        self.id = id
        self.digest = digest
        self.next = next
        self.at = at
    }

    package func apply(to world: inout World) {
        world.remind(id) {
            $0.digest = digest
            $0.digestAt = next
            $0.since = at
        }
    }
}

/// A digest is decided, sent or empty; the next one comes then.
package struct DigestDecided: Event {
    package static let kind = "person.digest-decided"
    package let id: PersonID
    package let next: Date

    package init(id: PersonID, next: Date) {
        self.id = id
        self.next = next
    }

    package func apply(to world: inout World) { world.remind(id) { $0.digestAt = next } }
}

/// Whether they may be called by name in a room while no private message reaches them.
package struct MentionChosen: Event {
    package static let kind = "person.mention"
    package let id: PersonID
    package let isAllowed: Bool

    package init(id: PersonID, isAllowed: Bool) {
        self.id = id
        self.isAllowed = isAllowed
    }

    package func apply(to world: inout World) { world.remind(id) { $0.mayMention = isAllowed } }
}

extension World {
    fileprivate mutating func remind(_ person: PersonID, _ change: (inout Reminding) -> Void) {
        guard people[person] != nil else { return }
        var reminding = people[person]?.reminding ?? Reminding()
        change(&reminding)
        people[person]?.reminding = reminding == Reminding() ? nil : reminding
    }
}
