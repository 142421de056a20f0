package import Chat
package import Cohorts
import HashTreeCollections

/// `/review send`: give a review; sending again replaces it.
package struct ReviewSend: Command {
    static let id = Field<String>.word("id", "The review's id, as /review shows it", .review)
    static let comment = Field<String>.text(
        "comment", "Your comment: one strength and one suggestion", isLong: true)
    static let score = Field<Int?>.number("score", 0...100, "A score from 0 to 100")

    package static let card = CommandCard(
        "review send", for: .learner, "Send your review of a work",
        fields: [id.card, comment.card, score.card],
        examples: ["/review send v12 | Clear structure. I would add a source for chapter 2. | 82"])

    static let longestComment = 4_000

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let review = try call.ownReview(try call[Self.id], in: world)
        let comment = try call[Self.comment]
        let score = try call[Self.score]
        guard comment.count <= Self.longestComment else {
            throw .because(
                Phrase("reviews.comment-too-long", ["limit": .number(Self.longestComment)]))
        }
        let left = world.reviews(by: call.caller.person).count { !$0.isSent && $0.id != review.id }
        let sent = ReviewSent(id: review.id, comment: comment, score: score, at: call.now)
        let key =
            review.isSent ? "reviews.replaced" : left == 0 ? "reviews.sent-last" : "reviews.sent"
        var decision = call.privateReply(
            Phrase(key, ["id": .code(review.id.rawValue), "count": .number(left)])
        ).after([sent])
        if !review.isSent, let work = world.works[review.work] {
            // The author learns that a review is there; nothing in the note says whose.
            decision.messages.append(
                Outgoing(
                    to: .person(work.author, fallback: nil), reader: work.author,
                    Phrase(
                        "reviews.arrived",
                        [
                            "title": .user(world.title(of: review)),
                            "received": .code("/review received \(work.assignment.rawValue)"),
                        ]), urgency: .reminder))
        }
        return decision
    }
}
