package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/undo`: take back a done mark, a deletion or a change; what the Undo buttons press.
package struct Undo: Command {
    static let id = Field<String>.word("id", "The id of a reminder or deadline, such as r12")

    package static let card = CommandCard(
        "undo", for: .learner, "Take back a done mark, a deletion or a change of yours",
        fields: [id.card], examples: ["/undo r12", "/undo d10"],
        meanings: ["revert", "restore", "back"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let words = try call[Self.id]
        let id = ShortID(typed: words)
        if let deadline = world.deadlines[id], !deadline.isCancelled,
            world.standing(of: call.caller.person, towards: id).doneAt != nil
        {
            let due = world.due(deadline, for: call.caller.person)
            return call.privateReply(
                Phrase("deadlines.undone", DueMessages.values(of: deadline, due: due))
            ).after([DeadlineDone(id: id, person: call.caller.person, at: nil)])
        }
        if let decision = try buddies(id, call, in: world) { return decision }
        guard let reminder = world.reminders[id], reminder.person == call.caller.person else {
            throw .because(Phrase("reminders.nothing-to-undo", ["id": .code(id.rawValue)]))
        }
        if reminder.state == .deleted { return try restore(reminder, call) }
        guard let former = reminder.former else {
            throw .because(Phrase("reminders.nothing-to-undo", ["id": .code(id.rawValue)]))
        }
        guard let at = next(former.at, former.repeats, call) else {
            throw .because(Phrase("reminders.too-late-to-undo", ["when": .moment(former.at)]))
        }
        return call.privateReply(
            Phrase("reminders.restored", values(id, former.text, at, call, world)),
            buttons: call.undo("/undo \(id.rawValue)")
        ).after([
            ReminderEdited(
                id: id, text: former.text, at: at, followsClock: former.followsClock,
                repeats: former.repeats)
        ])
    }

    private func restore(_ reminder: Reminder, _ call: Call) throws(Refusal) -> Decision {
        guard let at = next(reminder.at, reminder.repeats, call) else {
            throw .because(Phrase("reminders.too-late-to-undo", ["when": .moment(reminder.at)]))
        }
        return call.privateReply(
            Phrase(
                "reminders.restored",
                [
                    "text": .user(reminder.text), "when": .moment(at), "distance": .distance(at),
                    "id": .code(reminder.id.rawValue), "quiet": .phrase(Phrase("nothing")),
                ]),
            buttons: call.undo("/reminders delete \(reminder.id.rawValue)")
        ).after([ReminderRestored(id: reminder.id, at: at)])
    }

    private func values(
        _ id: ShortID, _ text: String, _ at: Date, _ call: Call, _ world: World
    ) -> [String: Phrase.Value] {
        [
            "text": .user(text), "when": .moment(at), "distance": .distance(at),
            "id": .code(id.rawValue), "quiet": .phrase(call.quietNote(on: at, in: world)),
        ]
    }

    /// The moment, or the next one of its series; nil where both are over.
    private func next(_ at: Date, _ repetition: Repetition?, _ call: Call) -> Date? {
        if at > call.now { return at }
        return repetition?.series(in: call.caller.zone, call.knowledge.dates.zones)?
            .next(after: call.now)
    }
}
