package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/review pair`: one learner gets one more work to review, chosen by a moderator.
package struct ReviewPair: Command {
    static let assignment = Field<String>.assignment(
        "assignment", "Which assignment, by title or id")
    static let reviewer = Field<String?>.optional("reviewer", .text, "Who is to review")
    static let author = Field<String?>.optional("author", .text, "Whose work")

    package static let card = CommandCard(
        "review pair", for: .instructor, "Give a work one more reviewer",
        fields: [assignment.card, reviewer.card, author.card],
        examples: ["/review pair Assignment 2 | Marcos | Lila"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let (deadline, round) = try call.round(of: Self.assignment, in: world)
        guard let cohort = world.cohorts[deadline.cohort] else { throw .noCohort(isPrivate: true) }
        let reviewer = try call.member(meantBy: Self.reviewer, of: cohort, in: world)
        let author = try call.member(meantBy: Self.author, of: cohort, in: world)
        let values: [String: Phrase.Value] = [
            "title": .user(deadline.title), "one": .user(reviewer.name),
            "other": .user(author.name),
        ]
        guard let work = world.work(of: author.id, for: deadline.id) else {
            throw .because(Phrase("reviews.no-work", values))
        }
        guard reviewer.id != author.id, !round.keepsApart(reviewer.id, author.id) else {
            throw .because(Phrase("reviews.kept-apart", values))
        }
        guard round.closedAt == nil else { throw .because(Phrase("reviews.round-over", values)) }
        if round.state == .planned {
            return try chosen(reviewer, author, round, values, call, world)
        }
        guard !world.reviews(of: work.id).contains(where: { $0.reviewer == reviewer.id }) else {
            throw .because(Phrase("reviews.paired-already", values))
        }
        let review = Review(
            id: ShortID(.review, world.nextNumber), round: round.id, work: work.id,
            reviewer: reviewer.id)
        let added = RoundReassigned(
            id: round.id, withdrawn: [], added: [review], isRelease: false, at: call.now,
            number: world.nextNumber)
        var after = world
        added.apply(to: &after)
        var notes = RoundNotes(round, in: after, at: call.now, zones: call.knowledge.dates.zones)
        notes.tell(
            reviewer.id, ReviewerNews(added: [review.id]),
            isAwaited: reviewer.id == call.caller.person)
        var decision = call.privateReply(Phrase("reviews.paired", values))
            .after([added] + notes.events)
        decision.messages += notes.messages
        return decision
    }

    /// Before the start it is a wish that the matching keeps; whoever reviews needs a work of their own in the round.
    private func chosen(
        _ reviewer: Person, _ author: Person, _ round: Round, _ values: [String: Phrase.Value],
        _ call: Call, _ world: World
    ) throws(Refusal) -> Decision {
        guard world.work(of: reviewer.id, for: round.assignment) != nil else {
            throw .because(Phrase("reviews.no-work-yet", values))
        }
        let plan = "/review plan \(round.reviewsPerWork) \(round.assignment.rawValue)"
        return call.privateReply(
            Phrase("reviews.pair-chosen", values.merging(["plan": .code(plan)]) { $1 })
        ).after([RoundPairChosen(id: round.id, reviewer: reviewer.id, author: author.id)])
    }
}
