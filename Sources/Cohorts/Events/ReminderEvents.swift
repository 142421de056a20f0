import HashTreeCollections

package enum ReminderEvents {
    static let all: [any Event.Type] = [
        ReminderAdded.self, ReminderFired.self, ReminderDeleted.self,
    ]
}

package struct ReminderAdded: Event {
    package static let kind = "reminder.added"
    package let reminder: Reminder
    package let number: Int

    package init(reminder: Reminder, number: Int) {
        self.reminder = reminder
        self.number = number
    }

    package func apply(to world: inout World) {
        world.took(number)
        world.reminders[reminder.id] = reminder
    }
}

/// It is decided that the reminder goes out now. Fired is state and not a comparison with a clock, so a clock that
/// jumps back cannot fire it twice.
package struct ReminderFired: Event {
    package static let kind = "reminder.fired"
    package let id: ShortID

    package init(id: ShortID) { self.id = id }

    package func apply(to world: inout World) { world.reminders[id]?.state = .fired }
}

package struct ReminderDeleted: Event {
    package static let kind = "reminder.deleted"
    package let id: ShortID

    package init(id: ShortID) { self.id = id }

    package func apply(to world: inout World) {
        guard world.reminders[id]?.state == .waiting else { return }
        world.reminders[id]?.state = .deleted
    }
}
