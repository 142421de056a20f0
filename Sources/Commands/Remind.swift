package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/remind`: a reminder for oneself.
package struct Remind: Command {
    static let moment = Field<Moment>.momentOrSeries(
        "when", "When, such as tomorrow 5pm, in 20 minutes or every Monday 18:00")
    static let text = Field<String>.text("text", "What I should remind you of")

    package static let card = CommandCard(
        "remind", for: .learner, "Remind me of something", fields: [moment.card, text.card],
        examples: [
            "/remind tomorrow 5pm finish quiz 3", "/remind in 20 minutes stretch",
            "/remind every Monday 18:00 study sprint",
        ],
        meanings: ["alarm", "alert", "timer", "notify", "remember", "remindme"])

    /// Nobody reads more of a reminder on a phone, and every word of it is kept.
    static let longestText = 1_000

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let moment = try call[Self.moment]
        let text = try call[Self.text]
        guard text.count <= Self.longestText else {
            throw .because(Phrase("reminders.too-long", ["limit": .number(Self.longestText)]))
        }
        let most = call.knowledge.limits.remindersPerPerson
        guard world.reminders.waitingCount(of: call.caller.person) < most else {
            throw .because(
                Phrase(
                    "reminders.too-many",
                    ["limit": .number(most), "list": .code("/reminders")]))
        }
        let id = ShortID(.reminder, world.nextNumber)
        var reminder = Reminder(
            id: id, person: call.caller.person, text: text, at: moment.date, room: call.caller.room,
            addedAt: call.now)
        let words = call.arguments[Self.moment.name] ?? ""
        let isPersonal = call.followsClock(words, moment)
        if isPersonal { reminder.followsClock = true }
        reminder.repeats = moment.series.map {
            Repetition($0, isPersonal: isPersonal || !moment.notes.contains(.zoneFromText))
        }
        return call.reply(
            Phrase(
                moment.series == nil ? "reminders.saved" : "reminders.saved-series",
                [
                    "text": .user(text), "when": .moment(moment.date),
                    "distance": .distance(moment.date), "id": .code(id.rawValue),
                    "repeats": .phrase(.repeats(moment.series?.rule)),
                    "notes": .phrase(.notes(on: moment)),
                    "quiet": .phrase(call.quietNote(on: moment.date, in: world)),
                ]),
            buttons: call.undo("/reminders delete \(id.rawValue)")
        ).after([ReminderAdded(reminder: reminder, number: world.nextNumber)])
    }
}
