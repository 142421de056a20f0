package import Chat
package import Cohorts
import HashTreeCollections

/// `/deadline cancel`: take a deadline away; the undo of adding one.
package struct DeadlineCancel: Command {
    static let deadline = Field<String>.assignment("deadline", "The deadline's id or title")

    package static let card = CommandCard(
        "deadline cancel", for: .instructor, "Take a deadline away", fields: [deadline.card],
        examples: ["/deadline cancel d12"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let words = try call[Self.deadline]
        if let cancelled = world.deadlines[ShortID(typed: words)], cancelled.cohort == cohort.id,
            cancelled.isCancelled
        {
            return call.reply(
                Phrase("deadlines.already-cancelled", ["title": .user(cancelled.title)]))
        }
        let deadline = try call.deadline(words, of: cohort, in: world)
        return call.reply(Phrase("deadlines.cancelled", ["title": .user(deadline.title)]))
            .after([DeadlineCancelled(id: deadline.id, isCancelled: true)])
    }
}
