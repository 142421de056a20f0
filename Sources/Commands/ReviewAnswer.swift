package import Chat
package import Cohorts
import HashTreeCollections

/// `/review answer`: answer a reviewer's question, without either knowing the other.
package struct ReviewAnswer: Command {
    static let id = Field<String>.word("id", "The question's id, as it was shown to you")
    static let words = Field<String>.text("answer", "Your answer to the reviewer")

    package static let card = CommandCard(
        "review answer", for: .learner, "Answer a reviewer's question, anonymously",
        fields: [id.card, words.card], examples: ["/review answer q12 I left out the year 2020."])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let id = ShortID(typed: try call[Self.id])
        let asked = world.reviews.values.first { review in
            review.asked?.contains(id) ?? false
                && world.works[review.work]?.author == call.caller.person
        }
        guard let asked else {
            throw .because(Phrase("reviews.unknown-question", ["id": .code(id.rawValue)]))
        }
        let words = try call[Self.words]
        guard words.count <= ReviewAsk.longest else {
            throw .because(
                Phrase("reviews.comment-too-long", ["limit": .number(ReviewAsk.longest)]))
        }
        return call.privateReply(Phrase("reviews.answer-sent"))
            .telling(
                Outgoing(
                    to: .person(asked.reviewer, fallback: nil), reader: asked.reviewer,
                    Phrase(
                        "reviews.answer",
                        [
                            "id": .code(asked.id.rawValue), "answer": .user(words),
                            "title": .user(world.title(of: asked)),
                        ]), buttons: Outgoing.opening([asked]), urgency: .reminder)
            )
    }
}
