package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// `/review swap`: get another work to review, because one knows who wrote this one.
package struct ReviewSwap: Command {
    static let id = Field<String>.word("id", "The review's id, as /review shows it")

    static let reason = Field<String?>.optional(
        "reason", .text, "Why, if you want the moderators to know")

    package static let card = CommandCard(
        "review swap", for: .learner, "Get another work, when you know its author",
        fields: [id.card, reason.card],
        examples: ["/review swap v12", "/review swap v12 We share a flat"],
        meanings: ["exchange"])

    static let longestReason = 1_000

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let review = try call.ownReview(try call[Self.id], in: world)
        let title = Phrase.Value.user(world.title(of: review))
        guard world.isRunning(review), let author = world.works[review.work]?.author else {
            throw .because(Phrase("reviews.round-over", ["title": title]))
        }
        guard !review.isSent else {
            throw .because(Phrase("reviews.sent-stays", ["id": .code(review.id.rawValue)]))
        }
        let reason = try call[Self.reason]
        guard reason?.count ?? 0 <= Self.longestReason else {
            throw .because(
                Phrase("reviews.reason-too-long", ["limit": .number(Self.longestReason)]))
        }
        let key = reason == nil ? "reviews.swapping" : "reviews.swapping-why"
        return call.privateReply(Phrase(key, ["id": .code(review.id.rawValue)]))
            .after([
                RoundPairParted(
                    id: review.round, one: call.caller.person, other: author, reason: reason),
                call.mending(review.round, number: world.nextNumber),
            ])
    }
}
