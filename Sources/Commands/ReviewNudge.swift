package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/review nudge`: a kind word to those who still owe reviews.
package struct ReviewNudge: Command {
    static let assignment = Field<String>.assignment(
        "assignment", "Which assignment, by title or id")

    package static let card = CommandCard(
        "review nudge", for: .instructor, "Remind those who still owe reviews",
        fields: [assignment.card], examples: ["/review nudge Assignment 2"])

    /// Nobody is reminded more often.
    static let pause: TimeInterval = 12 * 3_600

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let (deadline, round) = try call.runningRound(of: Self.assignment, in: world)
        let title = Phrase.Value.user(deadline.title)
        if let last = round.nudgedAt, call.now.timeIntervalSince(last) < Self.pause {
            throw .because(
                Phrase("reviews.nudged-lately", ["title": title, "when": .moment(last)]))
        }
        var notes = RoundNotes(round, in: world, at: call.now, zones: call.knowledge.dates.zones)
        let count = notes.nudge()
        guard count > 0 else {
            throw .because(Phrase("reviews.nobody-owes", ["title": title]))
        }
        var decision = call.privateReply(
            Phrase("reviews.nudged", ["title": title, "count": .number(count)])
        ).after([RoundNudged(id: round.id, at: call.now)] + notes.events)
        decision.messages += notes.messages
        return decision
    }
}
