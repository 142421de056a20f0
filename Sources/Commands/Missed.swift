package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// `/missed`: say whether what was typed while the bot was away shall still be done.
package struct Missed: Command {
    static let choices = ["do", "drop"]
    static let choice = Field<String?>.optional(
        "choice", .choice(choices), "do: carry it out now; drop: forget it")

    package static let card = CommandCard(
        "missed", for: .learner, "What I missed while I was offline: do it now, or drop it",
        fields: [choice.card], examples: ["/missed", "/missed do", "/missed drop"],
        meanings: ["offline", "late", "catchup"], dependsOnRole: true)

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let place = Question.Place(person: call.caller.person, room: call.caller.room)
        guard let backlog = world.backlogs[place] else {
            return call.reply(Phrase("backlog.nothing"))
        }
        let settled = BacklogSettled(place: place)
        switch try call[Self.choice] {
        case "do": return carryOut(backlog, call, world).after([settled])
        case "drop":
            return call.reply(
                Phrase("backlog.dropped", ["count": .number(backlog.held.count)])
            ).after([settled])
        default:
            var again = backlog
            again.isAsked = false
            return again.question.map { Decision(messages: $0.messages) }
                ?? call.reply(Phrase("backlog.nothing"))
        }
    }

    /// One after the other as it was typed, each upon what the one before changed; words such as "tomorrow" mean what
    /// they meant then, and rights are those of now.
    private func carryOut(_ backlog: Backlog, _ call: Call, _ world: World) -> Decision {
        var world = world
        var whole = Decision()
        for held in backlog.held {
            let decision = Dispatcher(
                Incoming(held, of: call.caller), world: world, knowledge: call.knowledge,
                now: call.now, seed: call.seed, typedAt: held.sentAt
            ).decide()
            guard let decision else { continue }
            for event in decision.events { event.apply(to: &world) }
            whole = whole.followed(by: decision)
        }
        return whole
    }
}

extension Incoming {
    /// What was held, as if it came now.
    fileprivate init(_ held: HeldMessage, of caller: Caller) {
        self.init(
            cause: Cause("held", held.message ?? "0"),
            sender: Sender(
                caller.account, name: caller.name, language: caller.language,
                authority: caller.authority),
            room: caller.room, place: caller.place, content: .text(held.text),
            message: held.message, replyTo: held.replyTo, attachment: held.attachment,
            sentAt: held.sentAt)
    }
}
