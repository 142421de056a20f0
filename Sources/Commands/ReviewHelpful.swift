package import Chat
package import Cohorts
import HashTreeCollections

/// `/review helpful`: thank whoever wrote a review, without either knowing the other.
package struct ReviewHelpful: Command {
    static let number = Field<Int?>.number("n", 1...99, "Which comment, by its number")
    static let assignment = Field<String>.assignment(
        "assignment", "Which assignment, by title or id")

    package static let card = CommandCard(
        "review helpful", for: .learner, "Thank the writer of a review",
        fields: [number.card, assignment.card], examples: ["/review helpful 2 Assignment 2"],
        meanings: ["thanks", "thank"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let (deadline, review, n) = try call.received(
            Self.number, of: Self.assignment, in: world)
        let reply = call.privateReply(Phrase("reviews.thanked", ["n": .number(n)]))
        guard review.verdict != .helpful else { return reply }
        return reply.telling(
            Outgoing(
                to: .person(review.reviewer, fallback: nil), reader: review.reviewer,
                Phrase(
                    "reviews.thanks",
                    ["id": .code(review.id.rawValue), "title": .user(deadline.title)]),
                urgency: .broadcast)
        ).after([ReviewJudged(id: review.id, verdict: .helpful, appeal: nil)])
    }
}
