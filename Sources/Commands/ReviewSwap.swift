package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// `/review swap`: get another work to review, because one knows who wrote this one.
package struct ReviewSwap: Command {
    static let id = Field<String>.word("id", "The review's id, as /review shows it")

    package static let card = CommandCard(
        "review swap", for: .learner, "Get another work, when you know its author",
        fields: [id.card], examples: ["/review swap v12"], meanings: ["exchange"])

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
        return call.privateReply(Phrase("reviews.swapping", ["id": .code(review.id.rawValue)]))
            .after([
                RoundPairParted(id: review.round, one: call.caller.person, other: author),
                call.mending(review.round, number: world.nextNumber),
            ])
    }
}
