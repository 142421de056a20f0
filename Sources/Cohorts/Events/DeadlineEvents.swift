import HashTreeCollections
package import FoundationEssentials

package enum DeadlineEvents {
    static let all: [any Event.Type] = [
        DeadlineAdded.self, DeadlineMoved.self, DeadlineCancelled.self, DeadlineReminded.self,
        DeadlineTold.self, DeadlineDone.self, DeadlineExtended.self, DeadlineDetailed.self,
        DeadlineRepeated.self,
    ]
}

package struct DeadlineAdded: Event {
    package static let kind = "deadline.added"
    package let deadline: Deadline
    package let number: Int

    package init(deadline: Deadline, number: Int) {
        self.deadline = deadline
        self.number = number
    }

    package func apply(to world: inout World) {
        world.took(number)
        world.deadlines[deadline.id] = deadline
    }
}

/// A deadline has a new moment; the reminders that are ahead again go out again.
package struct DeadlineMoved: Event {
    package static let kind = "deadline.moved"
    package let id: ShortID
    package let dueAt: Date
    /// The leads that are past at the time of the move.
    package let pastLeads: Set<Int>
    /// When it was moved; early versions did not say.
    package let at: Date?

    package init(id: ShortID, dueAt: Date, pastLeads: Set<Int>, at: Date) {
        self.id = id
        self.dueAt = dueAt
        self.pastLeads = pastLeads
        self.at = at
    }

    package func apply(to world: inout World) {
        guard var deadline = world.deadlines[id] else { return }
        deadline.countVersion(at: at)
        deadline.dueAt = dueAt
        deadline.remindedLeads = pastLeads
        deadline.movedAt = at
        world.deadlines[id] = deadline
        for person in Array((world.standings[id] ?? [:]).keys) {
            world.stand(person, towards: id) { standing in
                // An extension that the new moment overtakes is none any more.
                if let own = standing.extendedTo, own <= dueAt {
                    standing.extend(deadline, until: nil, at: nil)
                }
                // Somebody with a later date of their own keeps what was decided for that date.
                if standing.extendedTo == nil { standing.leads = [] }
                standing.nudges.removeAll { $0 >= standing.extendedTo ?? dueAt }
            }
        }
    }
}

package struct DeadlineCancelled: Event {
    package static let kind = "deadline.cancelled"
    package let id: ShortID
    package let isCancelled: Bool

    package init(id: ShortID, isCancelled: Bool) {
        self.id = id
        self.isCancelled = isCancelled
    }

    package func apply(to world: inout World) {
        guard var deadline = world.deadlines[id], deadline.isCancelled != isCancelled else {
            return
        }
        deadline.countVersion()
        deadline.isCancelled = isCancelled
        world.deadlines[id] = deadline
    }
}

/// The reminders of these lead times are decided: whatever the clock does, they never go out again.
package struct DeadlineReminded: Event {
    package static let kind = "deadline.reminded"
    package let id: ShortID
    package let leads: Set<Int>

    package init(id: ShortID, leads: Set<Int>) {
        self.id = id
        self.leads = leads
    }

    package func apply(to world: inout World) {
        world.deadlines[id]?.remindedLeads.formUnion(leads)
    }
}
