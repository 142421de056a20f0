package import Chat
package import FoundationEssentials
import HashTreeCollections

package enum ForumEvents {
    static let all: [any Event.Type] = [
        ThreadOpened.self, ThreadPosted.self, ThreadAnswered.self, ThreadsImported.self,
        ThreadThanked.self,
        ThreadMerged.self, ThreadRemoved.self, ThreadMadeEntry.self,
        HintsHeld.self,
    ]
}

/// A question was asked; unposted while the asker still looks at what was found.
package struct ThreadOpened: Event {
    package static let kind = "thread.opened"
    package let thread: Thread
    package let number: Int

    package init(thread: Thread, number: Int) {
        self.thread = thread
        self.number = number
    }

    package func apply(to world: inout World) {
        world.took(number)
        world.threads[thread.id] = thread
    }
}

package struct ThreadPosted: Event {
    package static let kind = "thread.posted"
    package let id: ShortID

    package init(id: ShortID) { self.id = id }

    package func apply(to world: inout World) { world.threads[id]?.isPosted = true }
}

package struct ThreadAnswered: Event {
    package static let kind = "thread.answered"
    package let id: ShortID
    package let answer: Thread.Answer

    package init(id: ShortID, answer: Thread.Answer) {
        self.id = id
        self.answer = answer
    }

    package func apply(to world: inout World) { world.threads[id]?.answer = answer }
}

/// Threads of an exported forum were taken in; those that had been before are as the newer export has them.
package struct ThreadsImported: Event {
    package static let kind = "threads.imported"
    package let threads: [Thread]
    /// The last number that was given to one of them.
    package let number: Int
    /// Who said that they may be taken in; nil where only the operator did.
    package let attested: ForumAttestation?
    /// The name of the forum that they come from, where somebody attested.
    package let source: String?

    package init(
        threads: [Thread], number: Int, attested: ForumAttestation? = nil, source: String? = nil
    ) {
        self.threads = threads
        self.number = number
        self.attested = attested
        self.source = source
    }

    package func apply(to world: inout World) {
        world.took(number)
        for thread in threads { world.threads[thread.id] = thread }
        guard let attested, let source, let cohort = threads.first?.cohort else { return }
        var imports = world.cohorts[cohort]?.imports ?? [:]
        imports[source] = attested
        world.cohorts[cohort]?.imports = imports
    }
}

/// A learner found their answer in a thread: their own question was never posted and is gone.
package struct ThreadThanked: Event {
    package static let kind = "thread.thanked"
    /// What answered it.
    package let id: ShortID
    /// The question that was held.
    package let question: ShortID

    package init(id: ShortID, question: ShortID) {
        self.id = id
        self.question = question
    }

    package func apply(to world: inout World) {
        let thanks = world.threads[id]?.thanks ?? 0
        world.threads[id]?.thanks = thanks + 1
        if world.threads[question]?.isPosted == false { world.threads[question] = nil }
    }
}

/// A thread asks what another one asks: it is closed, or with `into` nil open again.
package struct ThreadMerged: Event {
    package static let kind = "thread.merged"
    package let id: ShortID
    package let into: ShortID?

    package init(id: ShortID, into: ShortID?) {
        self.id = id
        self.into = into
    }

    package func apply(to world: inout World) { world.threads[id]?.duplicateOf = into }
}

/// A thread was taken out, by who wrote it or by a moderator.
package struct ThreadRemoved: Event {
    package static let kind = "thread.removed"
    package let id: ShortID

    package init(id: ShortID) { self.id = id }

    package func apply(to world: inout World) {
        world.threads[id] = nil
        for other in world.threads.values where other.duplicateOf == id {
            world.threads[other.id]?.duplicateOf = nil
        }
    }
}

/// A thread became a canned answer under a name; with `name` nil it is none any more.
package struct ThreadMadeEntry: Event {
    package static let kind = "thread.entry"
    package let id: ShortID
    package let name: String?

    package init(id: ShortID, name: String?) {
        self.id = id
        self.name = name
    }

    package func apply(to world: inout World) { world.threads[id]?.entry = name }
}

/// Somebody was given a hint, or did not want one: until then they are left in peace.
package struct HintsHeld: Event {
    package static let kind = "hints.held"
    package let cohort: CohortID
    package let person: PersonID
    package let thread: String
    package let until: Date
    /// Until when of anything else, too.
    package let all: Date?

    /// More are not remembered; those that end soonest go first.
    private static let most = 2_000

    package init(cohort: CohortID, person: PersonID, thread: String, until: Date, all: Date?) {
        self.cohort = cohort
        self.person = person
        self.thread = thread
        self.until = until
        self.all = all
    }

    package func apply(to world: inout World) {
        guard world.cohorts[cohort] != nil else { return }
        var held = world.cohorts[cohort]?.heldHints ?? [:]
        held["\(person.rawValue) \(thread)"] = until
        if let all { held[person.rawValue] = all }
        if held.count > Self.most {
            let latest = held.sorted { ($0.value, $0.key) > ($1.value, $1.key) }
            held = Dictionary(
                latest.prefix(Self.most / 2).map { ($0.key, $0.value) },
                uniquingKeysWith: { first, _ in first })
        }
        world.cohorts[cohort]?.heldHints = held
    }
}
