package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/reminders edit`: other words, another moment, or both.
package struct RemindersEdit: Command {
    static let id = Field<String>.word("id", "The reminder's id, as /reminders shows it", .reminder)
    static let change = Field<String>.text("change", "The new moment, the new words, or both")

    package static let card = CommandCard(
        "reminders edit", for: .learner, "Change one of your reminders",
        fields: [id.card, change.card],
        examples: ["/reminders edit r12 tomorrow 8:00", "/reminders edit r12 finish quiz 4"],
        meanings: ["edit", "change"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let reminder = try call.reminder(try call[Self.id], in: world)
        let id = reminder.id
        if reminder.state == .deleted {
            throw .because(
                Phrase(
                    "reminders.deleted-before",
                    ["id": .code(id.rawValue), "undo": .code("/undo \(id.rawValue)")]))
        }
        let (when, words) = Self.parts(try call[Self.change], call)
        let text = words ?? reminder.text
        guard text.count <= Remind.longestText else {
            throw .because(Phrase("reminders.too-long", ["limit": .number(Remind.longestText)]))
        }
        let moment: Moment?
        if let when {
            moment = try call.momentOrSeries(when, Self.change.card)
        } else {
            moment = nil
        }
        if moment == nil, reminder.state == .fired {
            throw .because(Phrase("reminders.already-fired", ["id": .code(id.rawValue)]))
        }
        let isPersonal = moment.map { call.followsClock(when ?? "", $0) }
        let edited = ReminderEdited(
            id: id, text: text, at: moment?.date ?? reminder.at,
            followsClock: moment == nil ? reminder.followsClock : isPersonal == true ? true : nil,
            repeats: moment == nil
                ? reminder.repeats
                : moment?.series.map {
                    Repetition(
                        $0, isPersonal: moment?.notes.contains(.zoneFromText) != true)
                })
        return call.privateReply(
            Phrase(
                "reminders.edited",
                [
                    "text": .user(text), "when": .moment(edited.at),
                    "distance": .distance(edited.at), "id": .code(id.rawValue),
                    "notes": .phrase(moment.map { .notes(on: $0) } ?? Phrase("nothing")),
                    "quiet": .phrase(call.quietNote(on: edited.at, in: world)),
                ]), buttons: call.undo("/undo \(id.rawValue)")
        ).after([edited])
    }

    /// What of the words is a moment, before or behind the rest.
    private static func parts(_ change: String, _ call: Call) -> (when: String?, text: String?) {
        let dates = call.knowledge.dates
        var context = call.dateContext
        context.acceptsRepeats = true
        if let found = dates.readPrefix(change, in: context) {
            if found.rest.isEmpty { return (change, nil) }
            return (String(change.dropLast(found.rest.count)).trimmed, found.rest)
        }
        if let found = dates.readSuffix(change, in: context) {
            return (String(change.dropFirst(found.rest.count)).trimmed, found.rest)
        }
        return (nil, change)
    }
}
