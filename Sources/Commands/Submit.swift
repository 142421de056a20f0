package import Chat
package import Cohorts
import FoundationEssentials

/// `/submit`: hand in a work for an assignment; handing in again replaces it until the deadline.
package struct Submit: Command {
    static let assignment = Field<String>.assignment(
        "assignment", "Which assignment, by title or id")
    static let work = Field<String>.text("work", "A link to your work, or the text itself")

    package static let card = CommandCard(
        "submit", for: .learner, "Hand in your work for an assignment",
        fields: [assignment.card, work.card],
        examples: ["/submit Assignment 2 | https://example.org/my-work"],
        meanings: ["handin", "upload", "turnin", "deliver"])

    static let longestWork = 12_000

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.ownCohort(in: world)
        let deadline = try call.deadline(try call[Self.assignment], of: cohort, in: world)
        let content = try call[Self.work]
        guard content.utf8.count <= Self.longestWork else {
            throw .because(Phrase("reviews.work-too-long", ["limit": .number(Self.longestWork)]))
        }
        let earlier = world.work(of: call.caller.person, for: deadline.id)
        let values: [String: Phrase.Value] = [
            "title": .user(deadline.title), "now": .moment(call.now),
            "version": .number((earlier?.version ?? 0) + 1), "until": .moment(deadline.dueAt),
        ]
        if earlier != nil, deadline.dueAt <= call.now {
            throw .because(Phrase("reviews.closed", values))
        }
        // Once reviewers have the work, a later newcomer would have no reviewers: the round is asked about first.
        if earlier == nil, world.round(for: deadline.id)?.state == .started {
            throw .because(Phrase("reviews.round-runs", values))
        }
        let handedIn = WorkHandedIn(
            id: earlier?.id ?? ShortID(.work, world.nextNumber), cohort: cohort.id,
            assignment: deadline.id, author: call.caller.person, content: content, at: call.now,
            number: world.nextNumber)
        let isLate = deadline.dueAt <= call.now
        return call.privateReply(
            Phrase(isLate ? "reviews.handed-in-late" : "reviews.handed-in", values)
        ).after([handedIn])
    }
}
