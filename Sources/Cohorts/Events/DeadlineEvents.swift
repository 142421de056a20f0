import HashTreeCollections
package import FoundationEssentials

package enum DeadlineEvents {
    static let all: [any Event.Type] = [
        DeadlineAdded.self, DeadlineMoved.self, DeadlineCancelled.self, DeadlineReminded.self,
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

    package init(id: ShortID, dueAt: Date, pastLeads: Set<Int>) {
        self.id = id
        self.dueAt = dueAt
        self.pastLeads = pastLeads
    }

    package func apply(to world: inout World) {
        world.deadlines[id]?.dueAt = dueAt
        world.deadlines[id]?.remindedLeads = pastLeads
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

    package func apply(to world: inout World) { world.deadlines[id]?.isCancelled = isCancelled }
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
