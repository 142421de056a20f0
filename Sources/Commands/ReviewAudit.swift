package import Chat
package import Cohorts
import HashTreeCollections
import PeerReview

/// `/review audit`: who reviewed which work and how, for the instructor alone.
package struct ReviewAudit: Command {
    static let assignment = Field<String>.assignment(
        "assignment", "Which assignment, by title or id")

    package static let card = CommandCard(
        "review audit", for: .instructor, "Reviewers, scores and appeals by work",
        fields: [assignment.card], examples: ["/review audit Assignment 2"])

    /// What fits on a page: works that need a look come first.
    static let pageLength = 12

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let (deadline, round) = try call.round(of: Self.assignment, in: world)
        let calibrated = world.calibrated(round.id)
        let works = world.works(for: deadline.id).map { work in
            (work: work, reviews: world.reviews(of: work.id).filter { $0.round == round.id })
        }
        let ordered = works.sorted { urgency($0.reviews) > urgency($1.reviews) }
        let lines = ordered.prefix(Self.pageLength).map { entry in
            line(
                entry.work, entry.reviews, swaps(of: entry.work, in: round, world), calibrated,
                world)
        }
        return call.privateReply(
            Phrase(
                "reviews.audit",
                [
                    "title": .user(deadline.title), "count": .number(lines.count),
                    "total": .number(works.count), "lines": .lines(lines),
                    "seed": .code(String(round.seed)),
                ]))
    }

    private func urgency(_ reviews: [Review]) -> Int {
        let spread = PeerScore(reviews.compactMap(\.score).map(Double.init))?.spread ?? 0
        return (reviews.contains { $0.appeal != nil } ? 1_000 : 0) + Int(spread)
    }

    /// Why reviewers gave a work back.
    private func swaps(of work: Work, in round: Round, _ world: World) -> [Phrase] {
        (round.apart ?? []).filter { $0.other == work.author }.compactMap { apart in
            apart.reason.map {
                Phrase(
                    "reviews.audit-swap",
                    ["name": .user(world.people[apart.one]?.name ?? "?"), "reason": .user($0)])
            }
        }
    }

    private func line(
        _ work: Work, _ reviews: [Review], _ swaps: [Phrase], _ calibrated: CalibratedScores?,
        _ world: World
    ) -> Phrase {
        let score = PeerScore(reviews.compactMap(\.score).map(Double.init))
        let given = reviews.map { review in
            Phrase(
                review.isSent
                    ? review.score == nil ? "reviews.audit-sent" : "reviews.audit-scored"
                    : "reviews.audit-open",
                [
                    "name": .user(world.people[review.reviewer]?.name ?? "?"),
                    "id": .code(review.id.rawValue), "score": .number(review.score ?? 0),
                    "appeal": .phrase(
                        review.appeal.map { Phrase("reviews.audit-appeal", ["reason": .user($0)]) }
                            ?? Phrase("nothing")),
                ])
        }
        return Phrase(
            "reviews.audit-line",
            [
                "work": .code(work.id.rawValue),
                "author": .user(world.people[work.author]?.name ?? "?"),
                "spread": .number(Int(score?.spread ?? 0)), "reviewers": .list(given + swaps),
                "calibrated": .phrase(
                    calibrated?.scores[work.id.rawValue].map {
                        Phrase("reviews.score-calibrated", ["score": .number(Int($0.rounded()))])
                    } ?? Phrase("nothing")),
            ])
    }
}
