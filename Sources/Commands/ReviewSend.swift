package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// `/review send`: give a review; sending again replaces it.
package struct ReviewSend: Command {
    static let id = Field<String>.word("id", "The review's id, as /review shows it", .review)
    static let comment = Field<String?>(
        FieldCard(
            "comment", .text, "Your comment: one strength and one suggestion", isRequired: false,
            isLong: true), absent: .some(nil)
    ) { words, _, _ in words }
    static let score = Field<Int?>.number("score", 0...100, "A score from 0 to 100")

    package static let card = CommandCard(
        "review send", for: .learner, "Send your review of a work",
        fields: [id.card, comment.card, score.card],
        examples: ["/review send v12 | Clear structure. I would add a source for chapter 2. | 82"])

    static let longestComment = 4_000

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let review = try call.ownReview(try call[Self.id], in: world)
        guard world.isRunning(review) else {
            throw .because(
                Phrase(
                    "reviews.round-over", ["title": .user(world.title(of: review))]))
        }
        let score = try call[Self.score] ?? review.draftScore ?? review.score
        guard let comment = try call[Self.comment] else {
            // Without words the draft goes out as it is.
            guard let draft = review.draft else { throw .missing(Self.comment.card) }
            return send(review, draft, score, call, in: world)
        }
        let whole = Self.whole(comment, after: review.draft)
        guard whole.count <= Self.longestComment else {
            throw .because(
                Phrase("reviews.comment-too-long", ["limit": .number(Self.longestComment)]))
        }
        let effort = ReviewEffort(whole)
        guard effort.isEnough else { return keep(review, whole, score, effort, call) }
        return send(review, whole, score, call, in: world)
    }

    /// New words that are enough by themselves replace a draft; others are added to it.
    private static func whole(_ comment: String, after draft: String?) -> String {
        guard let draft, !ReviewEffort(comment).isEnough, !comment.contains(draft) else {
            return comment
        }
        return draft + "\n" + comment
    }

    /// Nothing that was written is lost, and nobody is told that it is bad: only what would help the author.
    private func keep(
        _ review: Review, _ draft: String, _ score: Int?, _ effort: ReviewEffort, _ call: Call
    ) -> Decision {
        let key =
            effort.hasStrength
            ? "reviews.draft-suggestion"
            : effort.hasSuggestion ? "reviews.draft-strength" : "reviews.draft-both"
        let send = "/review send \(review.id.rawValue)"
        return call.privateReply(
            Phrase(key, ["id": .code(review.id.rawValue), "send": .code(send + " | …")]),
            buttons: [[Choice(Phrase("reviews.send-as-it-is"), send)]]
        ).after([ReviewDrafted(id: review.id, draft: draft, score: score)])
    }

    private func send(
        _ review: Review, _ comment: String, _ score: Int?, _ call: Call, in world: World
    ) -> Decision {
        let left = world.reviews(by: call.caller.person).count {
            !$0.isSent && $0.id != review.id && world.isRunning($0)
        }
        let key =
            review.isSent ? "reviews.replaced" : left == 0 ? "reviews.sent-last" : "reviews.sent"
        var buttons: [[Choice]] = []
        if key == "reviews.sent-last", let work = world.works[review.work] {
            buttons = [
                [
                    Choice(
                        Phrase("reviews.one-more"), "/review more \(work.assignment.rawValue)")
                ]
            ]
        }
        // The author learns of it later, with others: the hour of the note says nothing of who wrote.
        return call.privateReply(
            Phrase(key, ["id": .code(review.id.rawValue), "count": .number(left)]),
            buttons: buttons
        ).after([ReviewSent(id: review.id, comment: comment, score: score, at: call.now)])
    }
}
