import Chat
package import Cohorts
package import Dates
package import FoundationEssentials
import HashTreeCollections

/// What falls due by itself, as the same kind of decision that a message causes: one commit with its messages.
///
/// Everything that is due together is decided together, so that somebody who missed five things during a night reads
/// one message.
package struct DueDecision {
    /// Goes along with what is decided, so that of two looks at one thing the second finds it done.
    var world: World
    let now: Date
    let zones: ZoneDatabase
    private let hasQuietCohorts: Bool
    private(set) var events: [any Event] = []
    var forgotten: [ShortID] = []
    private var notices: [DueNotice] = []
    /// The place of each person in the order in which they come up.
    private var places: [PersonID: Int] = [:]
    var roomMessages: [Outgoing] = []

    package init(world: World, now: Date, zones: ZoneDatabase) {
        self.world = world
        self.now = now
        self.zones = zones
        hasQuietCohorts = world.cohorts.values.contains { $0.settings.quiet?.isOff == false }
    }

    /// Later than this a reminder says that it is late, and nobody wonders.
    package static let lateAfter: Double = 120

    /// - Returns: nil where nothing is to be done any more.
    package func decide(_ items: [Agenda.Item]) -> Decision? {
        var copy = self
        return copy.decided(items)
    }

    private mutating func decided(_ items: [Agenda.Item]) -> Decision? {
        var seen = Set<Agenda.Item>(minimumCapacity: items.count)
        for item in items where seen.insert(item).inserted { look(at: item) }
        if !forgotten.isEmpty { events.append(RemindersForgotten(ids: forgotten)) }
        var messages: [Outgoing] = []
        messages.reserveCapacity(notices.count + roomMessages.count)
        tell(&messages)
        messages += roomMessages
        guard !events.isEmpty || !messages.isEmpty else { return nil }
        return Decision(kind: "clock", events: events, messages: messages)
    }

    /// Adds what each person reads, people in the order in which they came up.
    private mutating func tell(_ messages: inout [Outgoing]) {
        // A sort keeps the order of equals, and of most people there is one notice.
        if places.count < notices.count { notices.sort { $0.place < $1.place } }
        let words = DueMessages(world: world, now: now)
        var start = 0
        while start < notices.count {
            var end = start + 1
            while end < notices.count, notices[end].place == notices[start].place { end += 1 }
            words.add(notices[start..<end], &messages)
            start = end
        }
    }

    private mutating func look(at item: Agenda.Item) {
        switch item {
        case .reminder(let id): if let reminder = world.reminders[id] { fire(reminder) }
        case .forget(let id): forget(id)
        case .deadline(let id): if let deadline = world.deadlines[id] { look(at: deadline) }
        case .own(let id, let person):
            if let deadline = world.deadlines[id] { look(at: deadline, for: person) }
        case .digest(let id): if let person = world.people[id] { digest(for: person) }
        case .round(let id): if let round = world.rounds[id] { look(at: round) }
        case .buddies(let id): if let cohort = world.cohorts[id] { lookAtBuddies(of: cohort) }
        }
    }

    mutating func happens(_ event: some Event) {
        event.apply(to: &world)
        events.append(event)
    }

    func zone(of person: Person, in cohort: Cohort? = nil) -> Zone {
        zones.zone(named: world.zoneName(of: person, in: cohort)) ?? .utc
    }

    private mutating func forget(_ id: ShortID) {
        guard let reminder = world.reminders[id], reminder.state != .waiting,
            (reminder.endedAt ?? reminder.at).addingTimeInterval(Reminder.remembered) <= now
        else { return }
        forgotten.append(id)
    }

    // MARK: Reminders

    private mutating func fire(_ reminder: Reminder) {
        guard reminder.state == .waiting, reminder.next <= now else { return }
        let person = world.people[reminder.person]
        // Held while nobody can be reached, until the chat is open again.
        if !world.closedRooms.isEmpty,
            world.closedRooms.contains((person?.privateRoom ?? reminder.room).wholeChat)
        {
            return
        }
        let postponed = quietEnd(for: person)
        let nominal = reminder.next
        if let repetition = reminder.repeats,
            let series = repetition.series(in: person.map { zone(of: $0) } ?? .utc, zones)
        {
            let isOver = reminder.at <= now
            // Past repeats are skipped: the next one is computed from the series, never from now.
            let next = isOver ? series.next(after: now) : reminder.at
            if let next {
                events.append(
                    ReminderRepeated(id: reminder.id, next: next, again: postponed))
                if postponed != nil { return }
            } else if let postponed {
                events.append(ReminderSnoozed(id: reminder.id, until: postponed))
                return
            } else {
                events.append(ReminderFired(id: reminder.id, at: now))
            }
        } else if let postponed {
            events.append(ReminderMoved(id: reminder.id, at: postponed))
            return
        } else {
            events.append(ReminderFired(id: reminder.id, at: now))
        }
        let late = now.timeIntervalSince(nominal)
        note(
            DueNotice(
                .reminder(reminder, to: destination(of: reminder, for: person)),
                for: reminder.person, nominal: nominal,
                late: late > Self.lateAfter ? Int(late) : nil))
    }

    /// In private, or where it was asked for by someone without a private chat.
    private func destination(of reminder: Reminder, for person: Person?) -> Destination {
        guard let person, person.privateRoom != nil else { return .room(reminder.room) }
        return .person(person.id, fallback: world.fallbackRoom(of: person))
    }

    /// Keeps what somebody is to be told.
    mutating func note(_ notice: DueNotice) {
        let place = places[notice.person] ?? places.count
        if place == places.count { places[notice.person] = place }
        notices.append(notice)
        notices[notices.count - 1].place = place
    }

    /// When a person's quiet hours end, if it is in them now.
    func quietEnd(for person: Person?) -> Date? {
        // Looking for the cohort of each of ten thousand people takes long, and mostly none has quiet hours.
        guard let person, hasQuietCohorts || person.reminding?.quiet != nil else { return nil }
        return world.quietEnd(of: person, at: now, zones: zones)
    }
}

extension DueDecision {
    /// What is due, divided so that no commit grows without bound; what concerns one person stays together.
    package static func batches(_ items: [Agenda.Item], in world: World) -> [[Agenda.Item]] {
        guard items.count > mostTogether else { return items.isEmpty ? [] : [items] }
        var batches: [[Agenda.Item]] = []
        var forgetting: [Agenda.Item] = []
        var looks: [(item: Agenda.Item, place: Int)] = []
        looks.reserveCapacity(items.count)
        // People in the order in which they come up, each with the number of their looks.
        var places: [PersonID: Int] = [:]
        var counts: [Int] = []
        for item in items {
            let person: PersonID
            switch item {
            case .reminder(let id):
                guard let owner = world.reminders.person(of: id) else { continue }
                person = owner
            case .own(_, let owner), .digest(let owner): person = owner
            case .forget:
                forgetting.append(item)
                continue
            case .deadline, .round, .buddies:
                batches.append([item])
                continue
            }
            let place = places[person] ?? counts.count
            if place == counts.count {
                places[person] = place
                counts.append(0)
            }
            counts[place] += 1
            looks.append((item, place))
        }
        batches += divided(looks, counts)
        var rest = forgetting[...]
        while !rest.isEmpty {
            batches.append(Array(rest.prefix(mostTogether)))
            rest = rest.dropFirst(mostTogether)
        }
        return batches
    }

    /// Fills one batch after the other with people, of each everything.
    private static func divided(
        _ looks: [(item: Agenda.Item, place: Int)], _ counts: [Int]
    ) -> [[Agenda.Item]] {
        var batches: [[Agenda.Item]] = []
        var batchOf: [Int] = []
        var room = 0
        for count in counts {
            if batches.isEmpty || count > room {
                batches.append([])
                room = mostTogether
            }
            batchOf.append(batches.count - 1)
            room -= count
        }
        for look in looks { batches[batchOf[look.place]].append(look.item) }
        return batches
    }

    /// So many looks go into one commit.
    static let mostTogether = 1_000
}
