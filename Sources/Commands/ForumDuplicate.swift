package import Chat
package import Cohorts
import HashTreeCollections

/// `/forum duplicate`: close a question with a link to the thread that asks the same.
package struct ForumDuplicate: Command {
    static let id = Field<String>.word("id", "The question to close")
    static let of = Field<String>.word("of", "The thread that asks the same")

    package static let card = CommandCard(
        "forum duplicate", for: .learner, "Close a question that another thread asks already",
        fields: [id.card, of.card], examples: ["/forum duplicate q12 q7"], meanings: ["dupe"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let thread = try call.thread(try call[Self.id], of: cohort, in: world)
        var other = try call.thread(try call[Self.of], of: cohort, in: world)
        // A duplicate of a duplicate leads to the first.
        if let first = other.duplicateOf.flatMap({ world.threads[$0] }) { other = first }
        guard thread.isInHands(of: call.caller) else {
            throw .because(Phrase("forum.not-yours", ["id": .code(thread.id.rawValue)]))
        }
        guard thread.id != other.id else {
            throw .because(Phrase("forum.same-thread", ["id": .code(thread.id.rawValue)]))
        }
        let values: [String: Phrase.Value] = [
            "id": .code(thread.id.rawValue), "other": .code(other.id.rawValue),
            "question": .user(thread.headline.shortened(to: 160)),
            "title": .user(other.headline.shortened(to: 160)),
            "answer": .phrase(
                other.answer.map {
                    Phrase("forum.its-answer", ["answer": .user($0.text.shortened(to: 600))])
                } ?? Phrase("forum.no-answer-yet")),
        ]
        var decision = call.reply(
            Phrase("forum.merged", values),
            buttons: call.undo("/forum reopen \(thread.id.rawValue)")
        ).after([ThreadMerged(id: thread.id, into: other.id)])
        if let asker = thread.askedBy, asker != call.caller.person {
            decision.messages.append(
                Outgoing(
                    to: .person(asker, fallback: nil), reader: asker,
                    Phrase("forum.your-duplicate", values), urgency: .reminder))
        }
        return decision
    }
}
