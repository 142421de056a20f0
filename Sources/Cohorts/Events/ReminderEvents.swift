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
        world.reminders.end(id, as: .fired, at: at)
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
        world.change(reminder: id, if: .waiting) {
            $0.state = .deleted
            $0.endedAt = at ?? $0.at
        }
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
        world.change(reminder: id) {
            $0.at = next
            $0.again = again
        }
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
        world.change(reminder: id) {
            if $0.isRepeating, $0.state == .waiting {
                $0.again = until
            } else {
                $0.at = until
                $0.followsClock = nil
                $0.repeats = nil
                $0.again = nil
                $0.state = .waiting
                $0.endedAt = nil
            }
        }
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
        world.change(reminder: id) {
            $0.at = at
            $0.again = again
        }
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
        world.change(reminder: id) {
            $0.former = Reminder.Former(
                text: $0.text, at: $0.at, followsClock: $0.followsClock, repeats: $0.repeats)
            $0.text = text
            $0.at = at
            $0.followsClock = followsClock
            $0.repeats = repeats
            $0.again = nil
            $0.state = .waiting
            $0.endedAt = nil
        }
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
        world.change(reminder: id, if: .deleted) {
            $0.state = .waiting
            $0.endedAt = nil
            $0.at = at
        }
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

extension World {
    /// Changes a reminder that is there and, where a state is named, in that state.
    fileprivate mutating func change(
        reminder id: ShortID, if state: Reminder.State? = nil, _ body: (inout Reminder) -> Void
    ) {
        guard var reminder = reminders[id], reminder.state == state ?? reminder.state else {
            return
        }
        body(&reminder)
        reminders[id] = reminder
    }
}
