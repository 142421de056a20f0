package import Chat
package import Cohorts
import HashTreeCollections
import PeerReview

/// `/review received`: what reviewers said of one's work; the comments first, the number after.
package struct ReviewReceived: Command {
    static let assignment = Field<String>.assignment(
        "assignment", "Which assignment, by title or id")

    package static let card = CommandCard(
        "review received", for: .learner, "The reviews of your work", fields: [assignment.card],
        examples: ["/review received Assignment 2"], meanings: ["score", "feedback", "results"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let deadline = try call.deadline(try call[Self.assignment], of: cohort, in: world)
        guard let work = world.work(of: call.caller.person, for: deadline.id) else {
            throw .because(
                Phrase(
                    "reviews.nothing-handed-in",
                    ["title": .user(deadline.title), "submit": .code("/submit")]))
        }
        let sent = world.reviews(of: work.id).filter(\.isSent)
        guard !sent.isEmpty else {
            return call.privateReply(
                Phrase("reviews.none-received", ["title": .user(deadline.title)]))
        }
        let comments = sent.enumerated().map { index, review in
            Phrase(
                "reviews.comment",
                ["n": .number(index + 1), "comment": .user(review.comment ?? "")])
        }
        return call.privateReply(
            Phrase(
                "reviews.received",
                [
                    "title": .user(deadline.title), "count": .number(sent.count),
                    "comments": .lines(comments),
                    "score": .phrase(scoreLine(sent, call, world)),
                ]))
    }

    /// The number, for those who have given their own reviews: it is the reward, not the way around the work.
    private func scoreLine(_ sent: [Review], _ call: Call, _ world: World) -> Phrase {
        let open = world.reviews(by: call.caller.person).count { review in
            !review.isSent && review.round == sent[0].round
        }
        guard open == 0 else {
            return Phrase(
                "reviews.score-waits", ["count": .number(open), "list": .code("/review list")])
        }
        let scores = sent.compactMap(\.score).map(Double.init)
        guard let score = PeerScore(scores) else { return Phrase("reviews.no-score") }
        return Phrase(
            scores.count == 1 ? "reviews.score-one" : "reviews.score",
            [
                "mean": .number(Int(score.mean.rounded())), "low": .number(Int(score.lowest)),
                "high": .number(Int(score.highest)), "count": .number(scores.count),
            ])
    }
}
