package import Chat
package import Cohorts
import HashTreeCollections

/// `/reminders delete`: forget a reminder; the undo of `/remind`.
package struct RemindersDelete: Command {
    static let id = Field<String>.word("id", "The reminder's id, as /reminders shows it")

    package static let card = CommandCard(
        "reminders delete", for: .learner, "Delete one of your reminders", fields: [id.card],
        examples: ["/reminders delete r12"], meanings: ["unremind", "forget"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let id = ShortID(typed: try call[Self.id])
        // Somebody else's reminder is answered like one that does not exist.
        guard let reminder = world.reminders[id], reminder.person == call.caller.person else {
            throw .because(
                Phrase(
                    "reminders.unknown", ["id": .code(id.rawValue), "list": .code("/reminders")]))
        }
        switch reminder.state {
        case .deleted:
            return call.reply(Phrase("reminders.already-deleted", ["id": .code(id.rawValue)]))
        case .fired:
            return call.reply(Phrase("reminders.already-fired", ["id": .code(id.rawValue)]))
        case .waiting:
            return call.reply(Phrase("reminders.deleted", ["id": .code(id.rawValue)]))
                .after([ReminderDeleted(id: id)])
        }
    }
}
