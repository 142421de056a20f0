package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// `/reminders delete`: forget a reminder; the undo of `/remind`.
package struct RemindersDelete: Command {
    static let id = Field<String>.word("id", "The reminder's id, as /reminders shows it", .reminder)

    package static let card = CommandCard(
        "reminders delete", for: .learner, "Delete one of your reminders", fields: [id.card],
        examples: ["/reminders delete r12"], meanings: ["unremind", "forget"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let reminder = try call.reminder(try call[Self.id], in: world)
        let id = reminder.id
        switch reminder.state {
        case .deleted:
            return call.privateReply(
                Phrase("reminders.already-deleted", ["id": .code(id.rawValue)]))
        case .fired:
            return call.privateReply(Phrase("reminders.already-fired", ["id": .code(id.rawValue)]))
        case .waiting:
            return call.privateReply(
                Phrase(
                    "reminders.deleted",
                    [
                        "id": .code(id.rawValue),
                        "text": .user(String(reminder.text.prefix(80))),
                    ]), buttons: call.undo("/undo \(id.rawValue)")
            ).after([ReminderDeleted(id: id, at: call.now)])
        }
    }
}
