package import Chat
package import Cohorts
import HashTreeCollections

/// `/reminders mention`: whether the bot may call one by name in the cohort's room when no private message arrives.
package struct RemindersMention: Command {
    static let answer = Field<String>.choice("answer", ["on", "off"], "on or off")

    package static let card = CommandCard(
        "reminders mention", for: .learner,
        "May I call you in the room when I cannot reach you in private?", fields: [answer.card],
        examples: ["/reminders mention on"], meanings: ["fallback"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let isAllowed = try call[Self.answer] == "on"
        let before = world.people[call.caller.person]?.reminding?.mayMention ?? false
        return call.privateReply(
            Phrase(isAllowed ? "reminders.mention-on" : "reminders.mention-off"),
            buttons: before == isAllowed
                ? [] : call.undo("/reminders mention \(before ? "on" : "off")")
        ).after([MentionChosen(id: call.caller.person, isAllowed: isAllowed)])
    }
}
