package import Chat
package import Cohorts
import Dates
import HashTreeCollections

/// `/review close`: end a round now; everybody sees their score.
package struct ReviewClose: Command {
    static let assignment = Field<String>.assignment(
        "assignment", "Which assignment, by title or id")

    package static let card = CommandCard(
        "review close", for: .instructor, "End a round of peer review",
        fields: [assignment.card], examples: ["/review close Assignment 2"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let (deadline, round) = try call.runningRound(of: Self.assignment, in: world)
        let figures = RoundFigures(round, in: world)
        if figures.sent < figures.total, !call.arguments.isConfirmed {
            throw .confirm(
                Phrase(
                    "reviews.confirm-close",
                    [
                        "title": .user(deadline.title), "sent": .number(figures.sent),
                        "total": .number(figures.total),
                    ]), fixed: [:])
        }
        let closed = RoundClosed(id: round.id, at: call.now)
        var after = world
        closed.apply(to: &after)
        var notes = RoundNotes(
            after.rounds[round.id] ?? round, in: after, at: call.now,
            zones: call.knowledge.dates.zones)
        notes.close(readBy: call.caller.person)
        var decision = call.privateReply(figures.closing).after([closed] + notes.events)
        decision.messages += notes.messages
        return decision
    }
}
