package import Chat
package import FoundationEssentials
import HashTreeCollections
import HeapModule

/// What falls due, soonest first: derived from the world at start and kept along with it, never stored.
///
/// Entries are hints to look at something. One whose reminder was deleted or whose deadline moved stays in and is
/// found idle when its time comes; the world alone says whether something is still to be done.
package struct Agenda {
    private struct Entry {
        let at: Date
        let item: Item
    }

    /// An entry in sixteen bytes: a million of them are ahead.
    private struct Packed: Comparable, Sendable {
        let at: Date
        let item: PackedItem

        static func < (a: Packed, b: Packed) -> Bool { a.at < b.at }
    }

    package enum Item: Hashable, Sendable {
        case reminder(ShortID)
        /// One that ended long ago.
        case forget(ShortID)
        /// A deadline, for everybody.
        case deadline(ShortID)
        /// A deadline, for one person.
        case own(ShortID, PersonID)
        case digest(PersonID)
        /// A round of peer review: half of its window, its release, its close, somebody's morning.
        case round(ShortID)
        /// Study buddies of a cohort: somebody's morning.
        case buddies(CohortID)
    }

    private var heap: Heap<Packed> = []
    private var large = LargeItems()

    package init(_ world: World) {
        var entries: [Packed] = []
        entries.reserveCapacity(world.reminders.count)
        func add(_ entry: Entry) { entries.append(pack(entry)) }
        for reminder in world.reminders.values { add(Self.entry(of: reminder)) }
        for deadline in world.deadlines.values where !deadline.isCancelled {
            Self.entries(of: deadline, in: world) { add($0) }
        }
        for person in world.people.values {
            if let at = person.reminding?.digestAt {
                add(Entry(at: at, item: .digest(person.id)))
            }
        }
        for round in world.rounds.values { Self.entries(of: round) { add($0) } }
        for buddies in world.buddies.values { Self.entries(of: buddies) { add($0) } }
        for review in world.reviews.values {
            if let entry = Self.entry(of: review, in: world) { add(entry) }
        }
        heap = Heap(entries)
    }

    private mutating func pack(_ entry: Entry) -> Packed {
        Packed(at: entry.at, item: large.pack(entry.item))
    }

    private mutating func add(_ entry: Entry) { heap.insert(pack(entry)) }

    /// Takes up what a commit's events made due.
    package mutating func note(_ events: [any Event], in world: World) {
        for event in events {
            switch event {
            case let event as ReminderAdded: note(event.reminder.id, in: world)
            case let event as ReminderFired:
                guard let at = event.at else {
                    note(event.id, in: world)
                    continue
                }
                add(Self.entry(forgetting: event.id, endedAt: at))
            case let event as ReminderDeleted: note(event.id, in: world)
            case let event as ReminderRepeated: note(event.id, in: world)
            case let event as ReminderSnoozed: note(event.id, in: world)
            case let event as ReminderMoved: note(event.id, in: world)
            case let event as ReminderEdited: note(event.id, in: world)
            case let event as ReminderRestored: note(event.id, in: world)
            default: noteDeadlines(event, in: world)
            }
        }
    }

    private mutating func noteDeadlines(_ event: any Event, in world: World) {
        switch event {
        case let event as DeadlineAdded: note(deadline: event.deadline.id, in: world)
        case let event as DeadlineMoved: note(deadline: event.id, in: world)
        case let event as DeadlineCancelled: note(deadline: event.id, in: world)
        case let event as DeadlineDetailed: note(deadline: event.id, in: world)
        case let event as DeadlineRepeated:
            if let next = event.next { note(deadline: next.id, in: world) }
        case let event as DeadlineTold:
            for told in event.people { note(event.id, told.person, in: world) }
        case let event as DeadlineDone: note(event.id, event.person, in: world)
        case let event as DeadlineExtended: note(event.id, event.person, in: world)
        case let event as CohortSettingsChanged
        where event.settings.leads != nil || event.settings.quiet != nil:
            for deadline in world.deadlines.values where deadline.cohort == event.id {
                note(deadline: deadline.id, in: world)
            }
        default: notePeople(event, in: world)
        }
    }

    private mutating func notePeople(_ event: any Event, in world: World) {
        switch event {
        case let event as LeadsChosen: note(person: event.id, in: world)
        case let event as QuietChosen: note(person: event.id, in: world)
        case let event as ZoneChosen: note(person: event.id, in: world)
        case let event as MemberJoined: note(person: event.person, in: world)
        case let event as PersonLinked:
            note(person: event.id, in: world)
            note(digestOf: event.id, in: world)
        case let event as DigestChosen: note(digestOf: event.id, in: world)
        case let event as DigestDecided: note(digestOf: event.id, in: world)
        case let event as RoundStarted:
            if let round = world.rounds[event.id] {
                Self.entries(of: round) { add($0) }
            }
        case let event as RoundExtended:
            if let round = world.rounds[event.id] { Self.entries(of: round) { add($0) } }
        case let event as ReviewersToldLater:
            for later in event.later { add(Entry(at: later.until, item: .round(event.id))) }
            for spared in event.spared ?? [] {
                add(Entry(at: spared.until, item: .round(event.id)))
            }
        case let event as BuddiesToldLater:
            Self.entries(of: world.buddies(of: event.cohort)) { add($0) }
        case let event as ReviewSent:
            if let review = world.reviews[event.id], let entry = Self.entry(of: review, in: world) {
                add(entry)
            }
        case let event as PrivateRoomOpened: resume(event.id, in: world)
        case let event as RoomClosed where !event.isClosed:
            // What could not be said there comes now; this is too rare for an index.
            let chat = event.room.wholeChat
            for reminder in world.reminders.values where reminder.state == .waiting {
                let room = world.people[reminder.person]?.privateRoom ?? reminder.room
                if room.wholeChat == chat { add(Self.entry(of: reminder)) }
            }
        default: break
        }
    }

    /// When the next entry falls due.
    package var next: Date? { heap.min?.at }

    /// How many looks are ahead.
    package var count: Int { heap.count }

    /// Removes and returns what is due at `now`, at most `limit` entries, soonest first.
    package mutating func takeDue(at now: Date, limit: Int = .max) -> [Item] {
        var items: [Item] = []
        while items.count < limit, let first = heap.min, first.at <= now {
            if let item = large.take(first.item) { items.append(item) }
            heap.removeMin()
        }
        return items
    }

    private mutating func note(_ reminder: ShortID, in world: World) {
        if let reminder = world.reminders[reminder] { add(Self.entry(of: reminder)) }
    }

    private mutating func note(deadline id: ShortID, in world: World) {
        guard let deadline = world.deadlines[id], !deadline.isCancelled else { return }
        Self.entries(of: deadline, in: world) { add($0) }
    }

    private mutating func note(_ deadline: ShortID, _ person: PersonID, in world: World) {
        guard let deadline = world.deadlines[deadline], !deadline.isCancelled else { return }
        Self.entries(of: deadline, for: person, in: world) { add($0) }
    }

    /// What depends on how one person wants to be reminded, and where they are.
    private mutating func note(person: PersonID, in world: World) {
        for deadline in world.deadlines.values
        where !deadline.isCancelled && world.cohorts[deadline.cohort]?.members[person] != nil {
            Self.entries(of: deadline, for: person, in: world) { add($0) }
        }
    }

    private mutating func note(digestOf person: PersonID, in world: World) {
        guard let at = world.people[person]?.reminding?.digestAt else { return }
        add(Entry(at: at, item: .digest(person)))
    }

    /// They can be reached again: whatever waited for that is looked at.
    private mutating func resume(_ person: PersonID, in world: World) {
        for reminder in world.reminders.waiting(of: person) {
            add(Self.entry(of: reminder))
        }
    }

    private static func entry(of reminder: Reminder) -> Entry {
        if reminder.state == .waiting {
            return Entry(at: reminder.next, item: .reminder(reminder.id))
        }
        return entry(forgetting: reminder.id, endedAt: reminder.endedAt ?? reminder.at)
    }

    private static func entry(forgetting id: ShortID, endedAt: Date) -> Entry {
        Entry(at: endedAt.addingTimeInterval(Reminder.remembered), item: .forget(id))
    }

    /// Its author is told at the end of the part of the day in which it came, along with what else came in it.
    private static func entry(of review: Review, in world: World) -> Entry? {
        guard let round = world.rounds[review.round], round.isRunning, let sentAt = review.sentAt,
            sentAt >= round.toldAt ?? .distantPast
        else { return nil }
        let parts = (sentAt.timeIntervalSince1970 / Round.telling).rounded(.down) + 1
        return Entry(
            at: Date(timeIntervalSince1970: parts * Round.telling), item: .round(round.id))
    }

    private static func entries(of buddies: StudyBuddies, _ add: (Entry) -> Void) {
        for later in buddies.later { add(Entry(at: later.until, item: .buddies(buddies.cohort))) }
    }

    private static func entries(of round: Round, _ add: (Entry) -> Void) {
        // The last word of a round comes after its close, where somebody sleeps.
        for later in round.later ?? [] { add(Entry(at: later.until, item: .round(round.id))) }
        guard round.isRunning else { return }
        for share in [Round.nudge, Round.release, 1] {
            if let at = round.moment(at: share) { add(Entry(at: at, item: .round(round.id))) }
        }
        for spared in round.spared ?? [] { add(Entry(at: spared.until, item: .round(round.id))) }
    }

    private static func entries(of deadline: Deadline, in world: World, _ add: (Entry) -> Void) {
        let usual = world.usualLeads(of: deadline)
        for lead in usual where !deadline.remindedLeads.contains(lead) {
            add(
                Entry(
                    at: deadline.dueAt.addingTimeInterval(-Double(lead)),
                    item: .deadline(deadline.id)))
        }
        add(
            Entry(
                at: deadline.dueAt.addingTimeInterval(-LeadPlan.look), item: .deadline(deadline.id)
            ))
        if deadline.repeats != nil {
            add(Entry(at: deadline.dueAt, item: .deadline(deadline.id)))
        }
        for person in (world.standings[deadline.id] ?? [:]).keys {
            entries(of: deadline, for: person, in: world, add)
        }
        for person in (world.cohorts[deadline.cohort]?.members ?? [:]).keys
        where world.people[person]?.reminding?.leads != nil {
            entries(of: deadline, for: person, in: world, add)
        }
    }

    private static func entries(
        of deadline: Deadline, for person: PersonID, in world: World, _ add: (Entry) -> Void
    ) {
        let item = Item.own(deadline.id, person)
        let standing = world.standing(of: person, towards: deadline.id)
        for nudge in standing.nudges { add(Entry(at: nudge, item: item)) }
        let due = standing.extendedTo ?? deadline.dueAt
        add(Entry(at: due.addingTimeInterval(-LeadPlan.look), item: item))
        guard world.isApart(person, from: deadline) else { return }
        let leads = world.people[person]?.reminding?.leads ?? world.usualLeads(of: deadline)
        for lead in leads where !standing.leads.contains(lead) {
            add(Entry(at: due.addingTimeInterval(-Double(lead)), item: item))
        }
    }
}
