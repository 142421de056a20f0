package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/review plan`: the figures of a round of peer review, before anybody is asked to review.
package struct ReviewPlan: Command {
    static let assignment = Field<String>.assignment(
        "assignment", "Which assignment, by title or id")
    static let each = Field<Int?>.number(
        "k", 1...10, "How many reviews each work receives, 1 to 10")

    static let closes = Field<String?>.optional(
        "closes", .moment, "Until when reviews are given, such as Friday 18:00")

    package static let card = CommandCard(
        "review plan", for: .instructor, "Preview a round of peer review",
        fields: [each.card, assignment.card, closes.card],
        examples: [
            "/review plan Assignment 2", "/review plan 3 Assignment 2 | next Friday 18:00",
        ])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let deadline = try call.deadline(try call[Self.assignment], of: cohort, in: world)
        let before = world.round(for: deadline.id)
        if before?.state == .started {
            throw .because(Phrase("reviews.already-started", ["title": .user(deadline.title)]))
        }
        let works = world.works(for: deadline.id)
        guard works.count >= 2 else {
            throw .because(
                Phrase(
                    "reviews.too-few",
                    [
                        "title": .user(deadline.title), "count": .number(works.count),
                        "submit": .code("/submit"),
                    ]))
        }
        let number = world.nextNumber
        var round = Round(
            id: ShortID(.round, number), cohort: cohort.id, assignment: deadline.id,
            reviewsPerWork: min(try call[Self.each] ?? cohort.reviewsPerWork, works.count - 1),
            seed: call.seed % 10_000, closesAt: try closing(call), state: .planned,
            plannedBy: call.caller.person)
        // Who is kept apart, or brought together, stays so in the next plan, and after each Re-roll.
        round.apart = before?.apart
        round.pairs = before?.pairs
        return call.matching(round, start: false, number: number + 1)
            .after([RoundPlanned(round: round, number: number)])
    }

    private func closing(_ call: Call) throws(Refusal) -> Date? {
        guard let words = try call[Self.closes] else { return nil }
        return try Field<Moment>.moment(Self.closes.name, Self.closes.card.prompt)
            .read(words, call).date
    }
}

extension Call {
    /// Accepts the matching of a round as a job: it takes longer than a decision may.
    func matching(_ round: Round, start: Bool, number: Int) -> Decision {
        let job = Job(
            id: ShortID(.job, number),
            task: .match(round: round.id, seed: round.seed, start: start),
            person: caller.person, room: caller.room, replyTo: caller.message, startedAt: now)
        return Decision(events: [JobStarted(job: job, number: number)])
    }
}
