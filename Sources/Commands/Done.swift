package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// `/done`: no more reminders of this.
package struct Done: Command {
    static let deadline = Field<String>.assignment(
        "deadline", "What you are done with, by title or id")

    package static let card = CommandCard(
        "done", for: .learner, "Mark something as done: no more reminders of it",
        fields: [deadline.card], examples: ["/done Quiz 1", "/done d12"],
        meanings: ["finished", "complete", "completed", "ready"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let words = try call[Self.deadline]
        if let reminder = world.reminders[ShortID(typed: words)],
            reminder.person == call.caller.person
        {
            return Self.stopping(reminder, call)
        }
        let deadline = try call.ownDeadline(words, in: world)
        let values: [String: Phrase.Value] = [
            "title": .user(deadline.title), "undo": .code("/undo \(deadline.id.rawValue)"),
        ]
        if world.isDone(call.caller.person, with: deadline) {
            return call.privateReply(Phrase("deadlines.already-done", values))
        }
        return call.privateReply(
            Phrase("deadlines.done", values), buttons: call.undo("/undo \(deadline.id.rawValue)")
        ).after([DeadlineDone(id: deadline.id, person: call.caller.person, at: call.now)])
    }

    /// What was put off does not come again.
    static func stopping(_ reminder: Reminder, _ call: Call) -> Decision {
        let id = reminder.id
        let values: [String: Phrase.Value] = [
            "text": .user(String(reminder.text.prefix(80))), "id": .code(id.rawValue),
            "when": .moment(reminder.at), "distance": .distance(reminder.at),
        ]
        switch reminder.state {
        case .fired, .deleted: return call.privateReply(Phrase("reminders.done-said", values))
        case .waiting where reminder.isRepeating:
            // Of a series only this one is done; what was put off does not come again.
            let said = call.privateReply(Phrase("reminders.done-next", values))
            guard reminder.again != nil else { return said }
            return said.after([ReminderMoved(id: id, at: reminder.at)])
        case .waiting:
            return call.privateReply(
                Phrase("reminders.done-said", values), buttons: call.undo("/undo \(id.rawValue)")
            ).after([ReminderDeleted(id: id, at: call.now)])
        }
    }
}
