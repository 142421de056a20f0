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
        let sent = world.received(work.id)
        guard !sent.isEmpty else {
            return call.privateReply(
                Phrase("reviews.none-received", ["title": .user(deadline.title)]))
        }
        let criteria = call.knowledge.reviewRules[cohort.id]?.criteria ?? []
        let isOwing = owed(sent[0].round, call, world) > 0
        let comments = sent.enumerated().map { index, review in
            Phrase(
                "reviews.comment",
                [
                    "n": .number(index + 1), "comment": .user(review.comment ?? ""),
                    "points": .phrase(
                        isOwing ? Phrase("nothing") : Self.points(review, criteria)),
                ])
        }
        return call.privateReply(
            Phrase(
                "reviews.received",
                [
                    "title": .user(deadline.title), "count": .number(sent.count),
                    "comments": .lines(comments),
                    "score": .phrase(scoreLine(sent, work, call, world)),
                ]), buttons: buttons(sent, deadline.id))
    }

    /// For each comment a thank-you and an objection, as long as nothing was said of it.
    private func buttons(_ sent: [Review], _ assignment: ShortID) -> [[Choice]] {
        sent.enumerated().prefix(5).compactMap { index, review in
            guard review.verdict == nil else { return nil }
            let n = Phrase.Value.number(index + 1)
            let place = "\(index + 1) \(assignment.rawValue)"
            return [
                Choice(Phrase("reviews.helpful-button", ["n": n]), "/review helpful \(place)"),
                Choice(Phrase("reviews.unfair-button", ["n": n]), "/review appeal \(place)"),
            ]
        }
    }

    /// Reviews of the round that the author still has to give.
    private func owed(_ round: ShortID, _ call: Call, _ world: World) -> Int {
        world.reviews(by: call.caller.person).count { review in
            !review.isSent && review.round == round && world.isRunning(review)
        }
    }

    /// What a reviewer gave for each question, where the rubric still asks as many.
    private static func points(
        _ review: Review, _ criteria: [ReviewRules.Criterion]
    ) -> Phrase {
        guard let points = review.points, points.count == criteria.count else {
            return Phrase("nothing")
        }
        let each = zip(criteria, points).map { criterion, points in
            Phrase(
                "reviews.points-of",
                [
                    "name": .user(criterion.name), "points": .number(points),
                    "most": .number(criterion.points),
                ])
        }
        return Phrase("reviews.points", ["each": .list(each)])
    }

    /// The number, for those who have given their own reviews: it is the reward, not the way around the work.
    private func scoreLine(
        _ sent: [Review], _ work: Work, _ call: Call, _ world: World
    ) -> Phrase {
        let open = owed(sent[0].round, call, world)
        guard open == 0 else {
            return Phrase(
                "reviews.score-waits", ["count": .number(open), "list": .code("/review list")])
        }
        let scores = sent.compactMap(\.score).map(Double.init)
        guard let score = PeerScore(scores) else { return Phrase("reviews.no-score") }
        let calibrated = world.calibrated(sent[0].round)?.scores[work.id.rawValue]
        let agreement =
            scores.count < 2
            ? Phrase("nothing")
            : Phrase(score.suggestsOneMore ? "reviews.score-apart" : "reviews.score-together")
        return Phrase(
            scores.count == 1 ? "reviews.score-one" : "reviews.score",
            [
                "mean": .number(Int(score.mean.rounded())), "low": .number(Int(score.lowest)),
                "high": .number(Int(score.highest)), "count": .number(scores.count),
                "agreement": .phrase(agreement),
                "calibrated": .phrase(
                    calibrated.map {
                        Phrase("reviews.score-calibrated", ["score": .number(Int($0.rounded()))])
                    } ?? Phrase("nothing")),
            ])
    }
}

extension World {
    /// The scores of a round freed of harsh and generous reviewers; nil where there are too few to tell.
    func calibrated(_ round: ShortID) -> CalibratedScores? {
        guard let round = rounds[round] else { return nil }
        let ratings = reviews(in: round.id).compactMap { review in
            review.score.map {
                Rating(
                    reviewer: review.reviewer.rawValue, submission: review.work.rawValue,
                    score: Double($0))
            }
        }
        return CalibratedScores(ratings, k: round.reviewsPerWork)
    }
}
