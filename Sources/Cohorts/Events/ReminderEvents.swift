package import FoundationEssentials
import HashTreeCollections

package enum ReminderEvents {
    static let all: [any Event.Type] = [
        ReminderAdded.self, ReminderFired.self, ReminderDeleted.self, ReminderRepeated.self,
        ReminderSnoozed.self, ReminderMoved.self, ReminderEdited.self, ReminderRestored.self,
        RemindersForgotten.self,
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
    /// When; early versions did not say.
    package let at: Date?

    package init(id: ShortID, at: Date) {
        self.id = id
        self.at = at
    }

    package func apply(to world: inout World) {
        guard var reminder = world.reminders[id] else { return }
        reminder.state = .fired
        reminder.endedAt = at ?? reminder.at
        world.reminders[id] = reminder
    }
}

package struct ReminderDeleted: Event {
    package static let kind = "reminder.deleted"
    package let id: ShortID
    package let at: Date?

    package init(id: ShortID, at: Date) {
        self.id = id
        self.at = at
    }

    package func apply(to world: inout World) {
        guard var reminder = world.reminders[id], reminder.state == .waiting else { return }
        reminder.state = .deleted
        reminder.endedAt = at ?? reminder.at
        world.reminders[id] = reminder
    }
}

/// A moment of a repeating reminder is decided, and it waits for the next one.
package struct ReminderRepeated: Event {
    package static let kind = "reminder.repeated"
    package let id: ShortID
    package let next: Date
    /// When the one that is decided comes after all, where quiet hours postponed it.
    package let again: Date?

    package init(id: ShortID, next: Date, again: Date? = nil) {
        self.id = id
        self.next = next
        self.again = again
    }

    package func apply(to world: inout World) {
        guard var reminder = world.reminders[id] else { return }
        reminder.at = next
        reminder.again = again.map { Boxed($0) }
        world.reminders[id] = reminder
    }
}

/// It comes again later, or later than it would have; the series of a repeating one stays where it is.
package struct ReminderSnoozed: Event {
    package static let kind = "reminder.snoozed"
    package let id: ShortID
    package let until: Date

    package init(id: ShortID, until: Date) {
        self.id = id
        self.until = until
    }

    package func apply(to world: inout World) {
        guard var reminder = world.reminders[id] else { return }
        if reminder.isRepeating, reminder.state == .waiting {
            reminder.again = Boxed(until)
        } else {
            reminder.at = until
            reminder.followsClock = nil
            reminder.repeats = nil
            reminder.again = nil
            reminder.state = .waiting
            reminder.endedAt = nil
        }
        world.reminders[id] = reminder
    }
}

/// Its moment is another one without anybody having said so: its person moved, or has quiet hours.
package struct ReminderMoved: Event {
    package static let kind = "reminder.moved"
    package let id: ShortID
    package let at: Date
    package let again: Date?

    package init(id: ShortID, at: Date, again: Date? = nil) {
        self.id = id
        self.at = at
        self.again = again
    }

    package func apply(to world: inout World) {
        guard var reminder = world.reminders[id] else { return }
        reminder.at = at
        reminder.again = again.map { Boxed($0) }
        world.reminders[id] = reminder
    }
}

/// Its person changed the words or the moment.
package struct ReminderEdited: Event {
    package static let kind = "reminder.edited"
    package let id: ShortID
    package let text: String
    package let at: Date
    package let followsClock: Bool?
    package let repeats: Repetition?

    package init(id: ShortID, text: String, at: Date, followsClock: Bool?, repeats: Repetition?) {
        self.id = id
        self.text = text
        self.at = at
        self.followsClock = followsClock
        self.repeats = repeats
    }

    package func apply(to world: inout World) {
        guard var reminder = world.reminders[id] else { return }
        reminder.former = Boxed(
            Reminder.Former(
                text: reminder.text, at: reminder.at, followsClock: reminder.followsClock,
                repeats: reminder.repeats))
        reminder.text = text
        reminder.at = at
        reminder.followsClock = followsClock
        reminder.repeats = repeats.map { Boxed($0) }
        reminder.again = nil
        reminder.state = .waiting
        reminder.endedAt = nil
        world.reminders[id] = reminder
    }
}

/// A deleted reminder waits again.
package struct ReminderRestored: Event {
    package static let kind = "reminder.restored"
    package let id: ShortID
    /// When it comes next.
    package let at: Date

    package init(id: ShortID, at: Date) {
        self.id = id
        self.at = at
    }

    package func apply(to world: inout World) {
        guard var reminder = world.reminders[id], reminder.state == .deleted else { return }
        reminder.state = .waiting
        reminder.endedAt = nil
        reminder.at = at
        world.reminders[id] = reminder
    }
}

/// Reminders that ended long ago leave the world, so that it does not grow for ever.
package struct RemindersForgotten: Event {
    package static let kind = "reminder.forgotten"
    package let ids: [ShortID]

    package init(ids: [ShortID]) { self.ids = ids }

    package func apply(to world: inout World) {
        for id in ids where world.reminders[id]?.state != .waiting { world.reminders[id] = nil }
    }
}
