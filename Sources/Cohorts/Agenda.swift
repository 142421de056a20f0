import HashTreeCollections
package import FoundationEssentials
import HeapModule

/// What falls due, soonest first: derived from the world at start and kept along with it, never stored.
///
/// Entries are hints. One whose reminder was deleted or whose deadline moved stays in and is found idle when its
/// time comes; the world alone says whether something is still to be done.
package struct Agenda {
    package struct Entry: Hashable, Comparable, Sendable {
        package let at: Date
        package let item: Item

        package static func < (a: Entry, b: Entry) -> Bool { a.at < b.at }
    }

    package enum Item: Hashable, Sendable {
        case reminder(ShortID)
        case deadline(ShortID, lead: Int)
    }

    private var heap: Heap<Entry> = []

    package init(_ world: World) {
        var entries: [Entry] = []
        for reminder in world.reminders.values where reminder.state == .waiting {
            entries.append(Entry(at: reminder.at, item: .reminder(reminder.id)))
        }
        for deadline in world.deadlines.values { entries += Self.entries(of: deadline, in: world) }
        heap = Heap(entries)
    }

    /// Takes up what a commit's events made due.
    package mutating func note(_ events: [any Event], in world: World) {
        for event in events {
            switch event {
            case let event as ReminderAdded:
                let reminder = event.reminder
                heap.insert(Entry(at: reminder.at, item: .reminder(reminder.id)))
            case let event as DeadlineAdded: note(world.deadlines[event.deadline.id], in: world)
            case let event as DeadlineMoved: note(world.deadlines[event.id], in: world)
            case let event as DeadlineCancelled: note(world.deadlines[event.id], in: world)
            case let event as CohortSettingsChanged where event.settings.leads != nil:
                for deadline in world.deadlines.values where deadline.cohort == event.id {
                    note(deadline, in: world)
                }
            default: break
            }
        }
    }

    /// When the next entry falls due.
    package var next: Date? { heap.min?.at }

    /// Removes and returns what is due at `now`, at most `limit` entries, soonest first.
    package mutating func takeDue(at now: Date, limit: Int) -> [Item] {
        var items: [Item] = []
        while items.count < limit, let first = heap.min, first.at <= now {
            items.append(first.item)
            heap.removeMin()
        }
        return items
    }

    private mutating func note(_ deadline: Deadline?, in world: World) {
        guard let deadline else { return }
        for entry in Self.entries(of: deadline, in: world) { heap.insert(entry) }
    }

    private static func entries(of deadline: Deadline, in world: World) -> [Entry] {
        guard !deadline.isCancelled, let cohort = world.cohorts[deadline.cohort] else { return [] }
        return cohort.leads.filter { !deadline.remindedLeads.contains($0) }.map { lead in
            Entry(
                at: deadline.dueAt.addingTimeInterval(-Double(lead)),
                item: .deadline(deadline.id, lead: lead))
        }
    }
}
