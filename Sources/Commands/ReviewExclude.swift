package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// `/review exclude`: two people do not review each other in this round.
package struct ReviewExclude: Command {
    static let assignment = Field<String>.assignment(
        "assignment", "Which assignment, by title or id")
    static let one = Field<String?>.optional("one", .text, "The one learner's name")
    static let other = Field<String?>.optional("other", .text, "The other learner's name")

    package static let card = CommandCard(
        "review exclude", for: .instructor, "Keep two learners from reviewing each other",
        fields: [assignment.card, one.card, other.card],
        examples: ["/review exclude Assignment 2 | Lila | Marcos"], meanings: ["conflict"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let (deadline, round) = try call.round(of: Self.assignment, in: world)
        guard let cohort = world.cohorts[deadline.cohort] else { throw .noCohort(isPrivate: true) }
        let one = try call.member(meantBy: Self.one, of: cohort, in: world)
        let other = try call.member(meantBy: Self.other, of: cohort, in: world)
        let values: [String: Phrase.Value] = [
            "title": .user(deadline.title), "one": .user(one.name), "other": .user(other.name),
        ]
        guard round.closedAt == nil else {
            throw .because(Phrase("reviews.round-over", values))
        }
        guard one.id != other.id else { throw .because(Phrase("reviews.same-person", values)) }
        let parted = RoundPairParted(id: round.id, one: one.id, other: other.id)
        guard round.isRunning else {
            return call.privateReply(Phrase("reviews.excluded", values)).after([parted])
        }
        return call.privateReply(Phrase("reviews.excluded", values))
            .after([parted, call.mending(round.id, number: world.nextNumber)])
    }
}
