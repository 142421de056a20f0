package import Chat
package import Cohorts
import Dates

/// `/reminders`: one's own reminders, for one's own eyes.
package struct RemindersList: Command {
    package static let card = CommandCard(
        "reminders list", for: .learner, "Your reminders", examples: ["/reminders"],
        meanings: ["myreminders", "alarms"], isDefaultLeaf: true)

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let waiting = world.waitingReminders(of: call.caller.person)
        guard !waiting.isEmpty else {
            return call.privateReply(
                Phrase("reminders.none", ["example": .code(Remind.card.examples[0])]))
        }
        let shown = waiting.prefix(DeadlineList.pageLength)
        let lines = shown.map { line($0, call) }
        return call.privateReply(
            Phrase(
                waiting.count > shown.count ? "reminders.list-more" : "reminders.list",
                [
                    "count": .number(waiting.count), "lines": .lines(lines),
                    "more": .number(waiting.count - shown.count),
                    "delete": .code("/reminders delete \(waiting[0].id.rawValue)"),
                    "edit": .code("/reminders edit \(waiting[0].id.rawValue) tomorrow 8:00"),
                ]))
    }

    private func line(_ reminder: Reminder, _ call: Call) -> Phrase {
        let rule = reminder.repeats.flatMap {
            $0.series(in: call.caller.zone, call.knowledge.dates.zones)?.rule
        }
        return Phrase(
            rule == nil ? "reminders.line" : "reminders.line-series",
            [
                "id": .code(reminder.id.rawValue), "when": .moment(reminder.next),
                "distance": .distance(reminder.next), "repeats": .phrase(.repeats(rule)),
                "text": .user(String(reminder.text.prefix(80))),
            ])
    }
}
