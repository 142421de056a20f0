package import Chat
package import Cohorts
import Dates

/// `/remind`: a reminder for oneself.
package struct Remind: Command {
    static let moment = Field<Moment>.moment("when", "When, such as tomorrow 5pm or in 20 minutes")
    static let text = Field<String>.text("text", "What I should remind you of")

    package static let card = CommandCard(
        "remind", for: .learner, "Remind me of something", fields: [moment.card, text.card],
        examples: ["/remind tomorrow 5pm finish quiz 3", "/remind in 20 minutes stretch"],
        meanings: ["alarm", "alert", "timer", "notify", "remember", "remindme"])

    /// Nobody reads more of a reminder on a phone, and every word of it is kept.
    static let longestText = 1_000
    static let mostPerPerson = 200

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let moment = try call[Self.moment]
        let text = try call[Self.text]
        guard text.count <= Self.longestText else {
            throw .because(Phrase("reminders.too-long", ["limit": .number(Self.longestText)]))
        }
        guard world.reminders.waitingCount(of: call.caller.person) < Self.mostPerPerson else {
            throw .because(
                Phrase(
                    "reminders.too-many",
                    ["limit": .number(Self.mostPerPerson), "list": .code("/reminders")]))
        }
        let id = ShortID(.reminder, world.nextNumber)
        let reminder = Reminder(
            id: id, person: call.caller.person, text: text, at: moment.date, room: call.caller.room,
            addedAt: call.now)
        return call.reply(
            Phrase(
                "reminders.saved",
                [
                    "text": .user(text), "when": .moment(moment.date),
                    "distance": .distance(moment.date), "id": .code(id.rawValue),
                    "notes": .phrase(Phrase.notes(on: moment)),
                ]),
            buttons: [[Choice(Phrase("reminders.undo"), "/reminders delete \(id.rawValue)")]]
        ).after([ReminderAdded(reminder: reminder, number: world.nextNumber)])
    }
}
