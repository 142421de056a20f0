package import Chat
package import FoundationEssentials
import HashTreeCollections

// What happens between one deadline and single learners.

/// Learners are told of a deadline, now or later: these leads are decided for them, and these moments are ahead.
package struct DeadlineTold: Event {
    package static let kind = "deadline.told"
    package let id: ShortID
    package let people: [Told]

    package struct Told: Hashable, Codable, Sendable {
        package let person: PersonID
        /// Leads that are decided for this person alone.
        package let leads: Set<Int>
        /// All moments at which they are to be told apart from leads.
        package let nudges: [Date]

        package init(person: PersonID, leads: Set<Int> = [], nudges: [Date]) {
            self.person = person
            self.leads = leads
            self.nudges = nudges
        }
    }

    package init(id: ShortID, people: [Told]) {
        self.id = id
        self.people = people
    }

    package func apply(to world: inout World) {
        guard world.deadlines[id] != nil else { return }
        for told in people {
            world.stand(told.person, towards: id) { standing in
                standing.leads.formUnion(told.leads)
                standing.nudges = told.nudges
            }
        }
    }
}

/// A learner is done with it and hears no more of it; or not done after all.
package struct DeadlineDone: Event {
    package static let kind = "deadline.done"
    package let id: ShortID
    package let person: PersonID
    /// Nil takes it back.
    package let at: Date?

    package init(id: ShortID, person: PersonID, at: Date?) {
        self.id = id
        self.person = person
        self.at = at
    }

    package func apply(to world: inout World) {
        guard world.deadlines[id] != nil else { return }
        world.stand(person, towards: id) { $0.doneAt = at }
    }
}

/// A learner has a later date of their own; or the cohort's again.
package struct DeadlineExtended: Event {
    package static let kind = "deadline.extended"
    package let id: ShortID
    package let person: PersonID
    package let until: Date?
    package let at: Date

    package init(id: ShortID, person: PersonID, until: Date?, at: Date) {
        self.id = id
        self.person = person
        self.until = until
        self.at = at
    }

    package func apply(to world: inout World) {
        guard let deadline = world.deadlines[id] else { return }
        world.stand(person, towards: id) { standing in
            standing.extend(deadline, until: until, at: at)
            standing.leads = []
            standing.nudges.removeAll { $0 >= until ?? deadline.dueAt }
        }
    }
}

/// What is known about a deadline beside its moment; what is nil here stays as it is.
package struct DeadlineDetailed: Event {
    package static let kind = "deadline.details"
    package let id: ShortID
    package let title: String?
    package let type: Deadline.Kind?
    package let leads: [Int]?
    /// Empty takes the link away.
    package let link: String?
    package let origin: Deadline.Origin?

    package init(
        id: ShortID, title: String? = nil, type: Deadline.Kind? = nil, leads: [Int]? = nil,
        link: String? = nil, origin: Deadline.Origin? = nil
    ) {
        self.id = id
        self.title = title
        self.type = type
        self.leads = leads
        self.link = link
        self.origin = origin
    }

    package func apply(to world: inout World) {
        guard var deadline = world.deadlines[id] else { return }
        if title != nil || leads != nil || link != nil { deadline.countVersion() }
        deadline.title = title ?? deadline.title
        deadline.kind = type ?? deadline.kind
        deadline.leads = leads ?? deadline.leads
        if let link { deadline.link = link.isEmpty ? nil : link }
        deadline.origin = origin ?? deadline.origin
        world.deadlines[id] = deadline
    }
}

/// One of a series is over, and the next one is due.
package struct DeadlineRepeated: Event {
    package static let kind = "deadline.repeated"
    package let id: ShortID
    /// Nil where the series has ended.
    package let next: Deadline?
    package let number: Int

    package init(id: ShortID, next: Deadline?, number: Int) {
        self.id = id
        self.next = next
        self.number = number
    }

    package func apply(to world: inout World) {
        guard world.deadlines[id] != nil else { return }
        world.deadlines[id]?.repeats = nil
        guard let next else { return }
        world.took(number)
        world.deadlines[next.id] = next
    }
}
