package import Chat
package import Cohorts
import HashTreeCollections

/// `/review appeal`: say to the moderators why a review is unfair; its writer is not told.
package struct ReviewAppeal: Command {
    static let number = Field<Int?>.number("n", 1...99, "Which comment, by its number")
    static let assignment = Field<String>.assignment(
        "assignment", "Which assignment, by title or id")
    static let reason = Field<String>.text("reason", "What is unfair about it, for the moderators")

    package static let card = CommandCard(
        "review appeal", for: .learner, "Ask the moderators to look at an unfair review",
        fields: [number.card, assignment.card, reason.card],
        examples: ["/review appeal 2 Assignment 2 | The comment is about another work"],
        meanings: ["unfair", "appeal", "complain"])

    static let longestReason = 1_000

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let (deadline, review, n) = try call.received(
            Self.number, of: Self.assignment, in: world)
        let reason = try call[Self.reason]
        guard reason.count <= Self.longestReason else {
            throw .because(
                Phrase("reviews.comment-too-long", ["limit": .number(Self.longestReason)]))
        }
        var decision = call.privateReply(
            Phrase("reviews.appealed", ["n": .number(n), "title": .user(deadline.title)])
        ).after([ReviewJudged(id: review.id, verdict: .unfair, appeal: reason)])
        for person in world.moderators(of: deadline.cohort)
        where person != call.caller.person && person != review.reviewer {
            decision.messages.append(
                Outgoing(
                    to: .person(person, fallback: nil), reader: person,
                    Phrase(
                        "reviews.appeal",
                        [
                            "title": .user(deadline.title), "id": .code(review.id.rawValue),
                            "comment": .user(review.comment ?? ""), "reason": .user(reason),
                            "audit": .code("/review audit \(deadline.id.rawValue)"),
                        ]), urgency: .reminder))
        }
        return decision
    }
}

extension World {
    /// Whoever moderates a cohort by its file or by a moderator's word; where nobody does, whoever teaches in it.
    func moderators(of cohort: CohortID) -> [PersonID] {
        guard let cohort = cohorts[cohort] else { return [] }
        let moderators = holders(of: .moderator, in: cohort)
        return moderators.isEmpty ? holders(of: .instructor, in: cohort) : moderators
    }
}
