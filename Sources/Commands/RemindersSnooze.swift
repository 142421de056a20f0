package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/reminders snooze`: be told again later; what the buttons of a reminder press.
package struct RemindersSnooze: Command {
    static let id = Field<String>.word("id", "The id of a reminder or deadline, such as r12")
    static let until = Field<String?>.optional(
        "until", .text, "Until when: 20m, 1h, tomorrow, or a moment; off takes it back")

    package static let card = CommandCard(
        "reminders snooze", for: .learner, "Be reminded again later",
        fields: [id.card, until.card],
        examples: ["/reminders snooze r12 1h", "/reminders snooze d10 tomorrow 8:00"],
        meanings: ["snooze", "later", "again"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let id = ShortID(typed: try call[Self.id])
        if let deadline = world.deadlines[id], !deadline.isCancelled,
            world.cohorts[deadline.cohort]?.members[call.caller.person] != nil
        {
            return try snooze(deadline, call, world)
        }
        let reminder = try call.reminder(id.rawValue, in: world)
        if reminder.state == .deleted {
            throw .because(
                Phrase(
                    "reminders.deleted-before",
                    ["id": .code(id.rawValue), "undo": .code("/undo \(id.rawValue)")]))
        }
        let until = try moment(call, reminder.text)
        guard let until else { return Done.stopping(reminder, call) }
        return call.privateReply(
            Phrase(
                "reminders.snoozed",
                [
                    "text": .user(reminder.text), "when": .moment(until),
                    "distance": .distance(until),
                    "quiet": .phrase(call.quietNote(on: until, in: world)),
                ]), buttons: call.undo("/done \(id.rawValue)")
        ).after([ReminderSnoozed(id: id, until: until)])
    }

    private func snooze(
        _ deadline: Deadline, _ call: Call, _ world: World
    ) throws(Refusal) -> Decision {
        let person = call.caller.person
        let due = world.due(deadline, for: person)
        var values = DueMessages.values(of: deadline, due: due)
        values["undo"] = .code("/undo \(deadline.id.rawValue)")
        guard due > call.now else { throw .because(Phrase("deadlines.snooze-over", values)) }
        if world.isDone(person, with: deadline) {
            return call.privateReply(Phrase("deadlines.already-done", values))
        }
        guard var until = try moment(call, deadline.title) else {
            let told = DeadlineTold(id: deadline.id, people: [.init(person: person, nudges: [])])
            return call.privateReply(Phrase("deadlines.snooze-off", values)).after([told])
        }
        var note = call.quietNote(on: until, in: world)
        if until >= due {
            // Moved, never past what is due.
            let left = due.timeIntervalSince(call.now)
            until = due.addingTimeInterval(-min(Self.lastCall, (left / 2).rounded(.up)))
            note = Phrase("deadlines.note-snooze-before")
        }
        let nudges = world.standing(of: person, towards: deadline.id).nudges
        values["again"] = .moment(until)
        values["in"] = .distance(until)
        values["notes"] = .phrase(note)
        return call.privateReply(
            Phrase("deadlines.snoozed", values),
            buttons: call.undo("/reminders snooze \(deadline.id.rawValue) off")
        ).after([
            DeadlineTold(
                id: deadline.id,
                people: [.init(person: person, nudges: (nudges + [until]).sortedUniquely)])
        ])
    }

    /// So long before a deadline comes what was put off beyond it, in seconds.
    private static let lastCall = 900.0

    /// - Returns: nil for "off".
    private func moment(_ call: Call, _ text: String) throws(Refusal) -> Date? {
        guard let words = try call[Self.until] else {
            throw .ambiguous(
                Self.until.card,
                Phrase("reminders.snooze-when", ["text": .user(String(text.prefix(80)))]),
                options: SnoozeChoice.allCases.map { ($0.label, $0.rawValue) })
        }
        let word = words.lowercased()
        if word == "off" { return nil }
        if let choice = SnoozeChoice(rawValue: word) {
            return choice.moment(after: call.now, in: call.caller.zone)
        }
        if let seconds = call.knowledge.dates.duration(words) {
            return call.now.addingTimeInterval(Double(seconds))
        }
        return try Field<Moment>.moment(Self.until.name, Self.until.card.prompt).read(words, call)
            .date
    }
}
