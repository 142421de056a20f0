import Chat
package import Cohorts
package import FoundationEssentials
import HashTreeCollections

/// What falls due by itself, as the same kind of decision that a message causes: one commit with its messages.
package struct DueDecision {
    private let world: World
    private let now: Date

    package init(world: World, now: Date) {
        self.world = world
        self.now = now
    }

    /// Later than this a reminder says that it is late: the bot was down, and nobody should wonder.
    package static let lateAfter: Double = 120

    /// - Returns: nil where the item is no longer to be done.
    package func decide(_ item: Agenda.Item) -> Decision? {
        switch item {
        case .reminder(let id): world.reminders[id].flatMap(fire)
        case .deadline(let id, let lead): world.deadlines[id].flatMap { remind($0, lead: lead) }
        }
    }

    private func fire(_ reminder: Reminder) -> Decision? {
        guard reminder.state == .waiting, reminder.at <= now else { return nil }
        let late = now.timeIntervalSince(reminder.at)
        let values: [String: Phrase.Value] = [
            "text": .user(reminder.text), "late": .duration(Int(late)),
            "when": .moment(reminder.at),
        ]
        let isLate = late > Self.lateAfter
        let hasPrivate = world.people[reminder.person]?.privateRoom != nil
        // Asked for in a group by someone without a private chat: the group has read it already.
        let place: Destination =
            hasPrivate ? .person(reminder.person, fallback: nil) : .room(reminder.room)
        var phrase = Phrase(isLate ? "reminders.fired-late" : "reminders.fired", values)
        if case .room = place, let person = world.people[reminder.person],
            let account = person.accounts.first
        {
            phrase = Phrase(
                "reminders.fired-in-room",
                [
                    "person": .mention(account, name: person.name), "reminder": .phrase(phrase),
                ])
        }
        return Decision(
            kind: "clock", events: [ReminderFired(id: reminder.id)],
            messages: [
                Outgoing(to: place, reader: reminder.person, phrase, urgency: .reminder)
            ])
    }

    private func remind(_ deadline: Deadline, lead: Int) -> Decision? {
        guard !deadline.isCancelled, !deadline.remindedLeads.contains(lead),
            let cohort = world.cohorts[deadline.cohort],
            deadline.dueAt.addingTimeInterval(-Double(lead)) <= now
        else { return nil }
        // Every lead that is past by now is done with this one message: after downtime one comes, not three.
        let past = Set(
            cohort.leads.filter { deadline.dueAt.addingTimeInterval(-Double($0)) <= now })
        let events = [DeadlineReminded(id: deadline.id, leads: past)]
        guard deadline.dueAt > now else { return Decision(kind: "clock", events: events) }
        let phrase = Phrase(
            "deadlines.reminder",
            [
                "title": .user(deadline.title), "when": .moment(deadline.dueAt),
                "distance": .distance(deadline.dueAt),
            ])
        return Decision(
            kind: "clock", events: events,
            messages: world.rooms(of: cohort.id).map {
                Outgoing(to: .room($0), phrase, urgency: .broadcast)
            })
    }
}
