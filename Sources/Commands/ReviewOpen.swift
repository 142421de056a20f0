package import Chat
package import Cohorts
import HashTreeCollections

/// `/review open`: the work to review, without its author's name.
package struct ReviewOpen: Command {
    static let id = Field<String>.word("id", "The review's id, as /review shows it", .review)

    package static let card = CommandCard(
        "review open", for: .learner, "Read a work that you review", fields: [id.card],
        examples: ["/review open v12"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let review = try call.ownReview(try call[Self.id], in: world)
        guard let work = world.works[review.work] else {
            throw .because(
                Phrase(
                    "reviews.unknown",
                    ["id": .code(review.id.rawValue), "list": .code("/review list")]))
        }
        let criteria = call.knowledge.reviewRules[work.cohort]?.criteria ?? []
        var message = call.inPrivate(
            Phrase(
                work.file == nil || !work.content.isEmpty ? "reviews.work" : "reviews.work-in-file",
                [
                    "id": .code(review.id.rawValue), "title": .user(world.title(of: review)),
                    "version": .number(work.version), "work": .user(work.content),
                    "send": .code(
                        "/review send \(review.id.rawValue) | … | \(Self.example(criteria))"),
                    "rubric": .phrase(Self.rubric(criteria)), "draft": .phrase(Self.draft(review)),
                ]))
        message.file = work.file
        let isFirst = review.openedAt == nil && world.isRunning(review)
        return Decision(
            events: isFirst ? [ReviewOpened(id: review.id, at: call.now)] : [], messages: [message])
    }

    private static func rubric(_ criteria: [ReviewRules.Criterion]) -> Phrase {
        guard !criteria.isEmpty else { return Phrase("nothing") }
        return Phrase("reviews.rubric", ["lines": .lines(criteria.map(\.line))])
    }

    /// What a score looks like: points for several questions, or a number.
    private static func example(_ criteria: [ReviewRules.Criterion]) -> String {
        criteria.count < 2
            ? "80" : criteria.map { String(max(1, $0.points - 1)) }.joined(separator: " ")
    }

    /// What they wrote already, sent or not.
    private static func draft(_ review: Review) -> Phrase {
        let send = Phrase.Value.code("/review send \(review.id.rawValue)")
        if let draft = review.draft {
            return Phrase("reviews.your-draft", ["draft": .user(draft), "send": send])
        }
        guard let comment = review.comment else { return Phrase("nothing") }
        return Phrase("reviews.your-comment", ["comment": .user(comment)])
    }
}

extension ReviewRules.Criterion {
    /// The question as reviewers read it, with the points that there are.
    var line: Phrase {
        Phrase(
            "reviews.criterion",
            [
                "name": .user(name), "prompt": .user(prompt), "points": .number(points),
                "weight": .phrase(
                    weight == 1
                        ? Phrase("nothing")
                        : Phrase("reviews.criterion-weight", ["weight": .user(weightWritten)])),
            ])
    }

    /// `2`, `0.5`.
    private var weightWritten: String {
        weight == weight.rounded() ? String(Int(weight)) : String(weight)
    }
}

extension World {
    /// Whether the review's round is under way, so that it can be written and changed.
    func isRunning(_ review: Review) -> Bool { rounds[review.round]?.isRunning ?? false }
}

extension Call {
    /// The caller's own review of that id; other people's are answered like unknown ones.
    func ownReview(_ words: String, in world: World) throws(Refusal) -> Review {
        let id = ShortID(typed: words)
        guard let review = world.reviews[id], review.reviewer == caller.person else {
            throw .because(
                Phrase(
                    "reviews.unknown", ["id": .code(id.rawValue), "list": .code("/review list")]))
        }
        return review
    }
}
