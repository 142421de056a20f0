package import Chat
package import Cohorts

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
        let lines = shown.map { reminder in
            Phrase(
                "reminders.line",
                [
                    "id": .code(reminder.id.rawValue), "when": .moment(reminder.at),
                    "distance": .distance(reminder.at),
                    "text": .user(String(reminder.text.prefix(80))),
                ])
        }
        return call.privateReply(
            Phrase(
                waiting.count > shown.count ? "reminders.list-more" : "reminders.list",
                [
                    "count": .number(waiting.count), "lines": .lines(lines),
                    "more": .number(waiting.count - shown.count),
                    "delete": .code("/reminders delete \(waiting[0].id.rawValue)"),
                ]))
    }
}
