package import Chat
package import Cohorts
import HashTreeCollections

/// `/forum remove`: take a thread out of the peer forum, by who wrote it or by a moderator.
package struct ForumRemove: Command {
    static let id = Field<String>.word("id", "The thread's id")

    package static let card = CommandCard(
        "forum remove", for: .learner,
        "Take a question or an answer of yours out of the peer forum",
        fields: [id.card], examples: ["/forum remove q12"], meanings: ["withdraw"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let thread = try call.thread(try call[Self.id], of: cohort, in: world)
        guard
            thread.isInHands(of: call.caller) || thread.answer?.by == call.caller.person
        else { throw .because(Phrase("forum.not-yours", ["id": .code(thread.id.rawValue)])) }
        let values: [String: Phrase.Value] = [
            "id": .code(thread.id.rawValue),
            "question": .user(thread.headline.shortened(to: 160)),
        ]
        // It cannot be brought back.
        guard call.arguments.isConfirmed else {
            throw .confirm(
                Phrase("forum.confirm-remove", values), fixed: ["id": thread.id.rawValue])
        }
        return call.reply(Phrase("forum.removed", values)).after([ThreadRemoved(id: thread.id)])
    }
}
