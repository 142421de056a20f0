package import Chat
package import Cohorts
import HashTreeCollections

/// `/forum reopen`: a question that was closed as a duplicate stands for itself again.
package struct ForumReopen: Command {
    static let id = Field<String>.word("id", "The question's id")

    package static let card = CommandCard(
        "forum reopen", for: .learner, "Open a question again that was closed as a duplicate",
        fields: [id.card], examples: ["/forum reopen q12"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let thread = try call.thread(try call[Self.id], of: cohort, in: world)
        guard thread.isInHands(of: call.caller) else {
            throw .because(Phrase("forum.not-yours", ["id": .code(thread.id.rawValue)]))
        }
        guard thread.duplicateOf != nil else {
            return call.reply(Phrase("forum.is-open", ["id": .code(thread.id.rawValue)]))
        }
        return call.reply(
            Phrase(
                "forum.reopened",
                [
                    "id": .code(thread.id.rawValue),
                    "question": .user(thread.headline.shortened(to: 160)),
                ])
        ).after([ThreadMerged(id: thread.id, into: nil)])
    }
}
