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
        let (deadline, round) = try call.runningRound(of: Self.assignment, in: world)
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
}
