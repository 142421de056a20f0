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
    static let score = Field<[Int]>(
        FieldCard(
            "score", .text, "A score from 0 to 100, or points for each question, such as 4 5 3",
            isRequired: false), absent: []
    ) { (words, _, card) throws(Refusal) in
        let numbers = words.split { $0 == " " || $0 == "," || $0 == ";" }.map(Self.number)
        guard let first = numbers.first ?? nil, !numbers.contains(nil),
            numbers.count > 1 || first <= 100
        else { throw .unreadable(card, words: words) }
        return numbers.compactMap(\.self)
    }

    /// Reads `4`, `4/5`, `82%`; nothing that would be cut short, such as `4.5`.
    private static func number(_ word: Substring) -> Int? {
        let digits = word.prefix(while: \.isWholeNumber)
        let rest = word.dropFirst(digits.count)
        return rest.isEmpty || rest == "%" || rest.first == "/" ? Int(digits) : nil
    }

    package static let card = CommandCard(
        "review send", for: .learner, "Send your review of a work",
        fields: [id.card, comment.card, score.card],
        examples: [
            "/review send v12 | Clear structure. I would add a source for chapter 2. | 82",
            "/review send v12 | Clear structure. I would add a source for chapter 2. | 4 5 3",
        ])

    static let longestComment = 4_000

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let review = try call.ownReview(try call[Self.id], in: world)
        guard world.isRunning(review) else {
            throw .because(
                Phrase(
                    "reviews.round-over", ["title": .user(world.title(of: review))]))
        }
        let score = try score(for: review, call, in: world)
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

    private typealias Score = (score: Int?, points: [Int]?)

    /// What was typed now, else what was said before.
    private func score(
        for review: Review, _ call: Call, in world: World
    ) throws(Refusal) -> Score {
        let typed = try call[Self.score]
        if typed.count == 1 { return (typed[0], nil) }
        if typed.isEmpty {
            return review.draft == nil
                ? (review.score, review.points)
                : (review.draftScore ?? review.score, review.draftPoints)
        }
        let cohort = world.rounds[review.round]?.cohort
        let rules = cohort.flatMap { call.knowledge.reviewRules[$0] } ?? ReviewRules()
        guard let score = rules.score(of: typed) else {
            guard !rules.criteria.isEmpty else {
                throw .unreadable(
                    Self.score.card, words: typed.map(String.init).joined(separator: " "))
            }
            throw .because(
                Phrase(
                    "reviews.points-unfit",
                    [
                        "count": .number(rules.criteria.count),
                        "lines": .lines(rules.criteria.map(\.line)),
                    ]))
        }
        return (score, typed)
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
        _ review: Review, _ draft: String, _ score: Score, _ effort: ReviewEffort, _ call: Call
    ) -> Decision {
        let key =
            effort.hasStrength
            ? "reviews.draft-suggestion"
            : effort.hasSuggestion ? "reviews.draft-strength" : "reviews.draft-both"
        let send = "/review send \(review.id.rawValue)"
        return call.privateReply(
            Phrase(key, ["id": .code(review.id.rawValue), "send": .code(send + " | …")]),
            buttons: [[Choice(Phrase("reviews.send-as-it-is"), send)]]
        ).after([
            ReviewDrafted(
                id: review.id, draft: draft, score: score.score, points: score.points)
        ])
    }

    private func send(
        _ review: Review, _ comment: String, _ score: Score, _ call: Call, in world: World
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
        ).after([
            ReviewSent(
                id: review.id, comment: comment, score: score.score, points: score.points,
                at: call.now)
        ])
    }
}
