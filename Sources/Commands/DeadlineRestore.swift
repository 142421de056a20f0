package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// `/deadline restore`: the undo of taking a deadline away.
package struct DeadlineRestore: Command {
    static let id = Field<String>.word("id", "The deadline's id, such as d12")

    package static let card = CommandCard(
        "deadline restore", for: .instructor, "Bring back a deadline that was taken away",
        fields: [id.card], examples: ["/deadline restore d12"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let id = ShortID(typed: try call[Self.id])
        guard let deadline = world.deadlines[id], deadline.cohort == cohort.id else {
            throw .because(
                Phrase("deadlines.unknown-none", ["words": .user(String(id.rawValue.prefix(60)))]))
        }
        let values = DueMessages.values(of: deadline, due: deadline.dueAt)
        guard deadline.isCancelled else {
            return call.reply(Phrase("deadlines.not-cancelled", values))
        }
        let news = DeadlineNews(deadline, in: cohort, call, world)
        if deadline.dueAt > call.now, news.count > DeadlineAdd.mostReachedWithoutAsking,
            !call.arguments.isConfirmed
        {
            throw .confirm(
                Phrase(
                    "deadlines.confirm-restore",
                    values.merging(["count": .number(news.count)]) { $1 }), fixed: [:])
        }
        var decision = call.reply(
            Phrase("deadlines.restored", values),
            buttons: call.undo("/deadline cancel \(id.rawValue)")
        ).after([DeadlineCancelled(id: id, isCancelled: false)])
        if deadline.dueAt > call.now {
            decision.messages += news.messages("deadlines.news-restored")
        }
        return decision
    }
}
