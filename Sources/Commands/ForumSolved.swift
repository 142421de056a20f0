package import Chat
package import Cohorts
import HashTreeCollections

/// `/forum solved`: what was found answers the question; the button "That answered it" says it.
package struct ForumSolved: Command {
    static let id = Field<String>.word("id", "The id of your question")
    static let by = Field<String?>.optional("by", .word, "The id of the thread that answers it")

    package static let card = CommandCard(
        "forum solved", for: .learner, "Say that what I found answers your question",
        fields: [id.card, by.card], examples: ["/forum solved q12 q7"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let question = try call.ownQuestion(try call[Self.id], in: world)
        guard !question.isPosted else {
            return call.reply(
                Phrase("forum.already-posted", ["id": .code(question.id.rawValue)]))
        }
        let by = ShortID(typed: try call[Self.by] ?? "")
        let thread = world.threads[by].flatMap { $0.cohort == question.cohort ? $0 : nil }
        let thanked = [ThreadThanked(id: by, question: question.id)]
        // A canned answer has nobody to thank, and an imported one nobody who could hear it.
        guard let thread, let author = thread.answer?.by.flatMap({ world.people[$0] }),
            author.id != call.caller.person
        else { return call.answersAsker(Phrase("forum.solved")).after(thanked) }
        return call.answersAsker(Phrase("forum.solved-told", ["name": .user(author.name)]))
            .after(thanked)
            .telling(
                Outgoing(
                    to: .person(author.id, fallback: nil), reader: author.id,
                    Phrase(
                        "forum.thanked",
                        [
                            "question": .user(thread.headline.shortened(to: 160)),
                            "count": .number((thread.thanks ?? 0) + 1),
                        ]), urgency: .broadcast))
    }
}

extension Call {
    /// For the asker's eyes alone where the platform has a place for that beside the room, else in the room.
    func answersAsker(_ phrase: Phrase, buttons: [[Choice]] = []) -> Decision {
        caller.aside == nil
            ? reply(phrase, buttons: buttons) : privateReply(phrase, buttons: buttons)
    }
}
