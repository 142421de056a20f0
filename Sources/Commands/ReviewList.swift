package import Chat
package import Cohorts
import HashTreeCollections

/// `/review list`: the reviews one has to give.
package struct ReviewList: Command {
    package static let card = CommandCard(
        "review list", for: .learner, "The reviews you have to give", examples: ["/review"],
        meanings: ["reviews", "peerreview", "peer"], isDefaultLeaf: true)

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        // What was not sent before a round's end is no longer to be given.
        let reviews = world.reviews(by: call.caller.person)
            .filter { $0.isSent || world.isRunning($0) }
        guard !reviews.isEmpty else {
            return call.privateReply(Phrase("reviews.none", ["submit": .code("/submit")]))
        }
        let open = reviews.filter { !$0.isSent }
        let lines = (open + reviews.filter(\.isSent)).prefix(DeadlineList.pageLength).map {
            review in
            Phrase(
                review.isSent ? "reviews.line-sent" : "reviews.line-open",
                [
                    "id": .code(review.id.rawValue), "title": .user(world.title(of: review)),
                    "open": .code("/review open \(review.id.rawValue)"),
                ])
        }
        return call.privateReply(
            Phrase(
                "reviews.list",
                [
                    "count": .number(open.count), "total": .number(reviews.count),
                    "lines": .lines(lines),
                ]))
    }
}

extension World {
    /// The title of the assignment that a review belongs to.
    func title(of review: Review) -> String {
        works[review.work].map { title(ofAssignment: $0.assignment) } ?? "?"
    }

    /// The title of the assignment whose works a round reviews.
    func title(of round: Round) -> String { title(ofAssignment: round.assignment) }

    func title(ofAssignment id: ShortID) -> String { deadlines[id]?.title ?? "?" }
}
