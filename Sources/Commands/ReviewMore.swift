package import Chat
package import Cohorts
import HashTreeCollections

/// `/review more`: take one more review where somebody else drops out.
package struct ReviewMore: Command {
    static let assignment = Field<String>.assignment(
        "assignment", "Which assignment, by title or id")

    package static let card = CommandCard(
        "review more", for: .learner, "Offer to review one more work", fields: [assignment.card],
        examples: ["/review more Assignment 2"], meanings: ["volunteer"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let (deadline, round) = try call.runningRound(of: Self.assignment, in: world)
        guard world.work(of: call.caller.person, for: deadline.id) != nil else {
            throw .because(
                Phrase(
                    "reviews.nothing-handed-in",
                    ["title": .user(deadline.title), "submit": .code("/submit")]))
        }
        let reply = call.privateReply(
            Phrase("reviews.volunteered", ["title": .user(deadline.title)]))
        if round.volunteers?.contains(call.caller.person) ?? false { return reply }
        return reply.after([RoundVolunteered(id: round.id, person: call.caller.person)])
    }
}
