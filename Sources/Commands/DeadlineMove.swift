package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/deadline move`: a deadline has another moment, and everybody whom it concerns gets one note.
package struct DeadlineMove: Command {
    static let deadline = Field<String>.assignment("deadline", "The deadline's id or title")
    static let due = Field<Moment>.moment("when", "The new moment, such as Friday 18:00")

    package static let card = CommandCard(
        "deadline move", for: .instructor, "Give a deadline another date",
        fields: [deadline.card, due.card],
        examples: ["/deadline move Quiz 2 | Friday 18:00", "/deadline move d12 1 Dec 18:00"],
        meanings: ["postpone", "reschedule"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let deadline = try call.deadline(try call[Self.deadline], of: cohort, in: world)
        let moment = try call[Self.due]
        let due = moment.date
        var moved = deadline
        moved.dueAt = due
        let news = DeadlineNews(moved, in: cohort, call, world)
        let clocks = MainClocks(of: cohort, at: due, but: call.caller.zone, call, world)
        var values = DueMessages.values(of: moved, due: due)
        values["before"] = .moment(deadline.dueAt)
        values["count"] = .number(news.count)
        values["notes"] = .phrase(.notes(on: moment))
        values["clocks"] = .phrase(clocks.phrase)
        guard due != deadline.dueAt else {
            return call.reply(Phrase("deadlines.not-moved", values))
        }
        if news.count > DeadlineAdd.mostReachedWithoutAsking, !call.arguments.isConfirmed {
            throw .confirm(
                Phrase("deadlines.confirm-move", values),
                fixed: ["deadline": deadline.id.rawValue, "when": due.formatted(.iso8601)])
        }
        let past = world.usualLeads(of: deadline).filter {
            due.addingTimeInterval(-Double($0)) <= call.now
        }
        let back = "/deadline move \(deadline.id.rawValue) \(deadline.dueAt.formatted(.iso8601))"
        var decision = call.reply(
            Phrase("deadlines.moved", values),
            buttons: deadline.dueAt > call.now ? call.undo(back) : []
        ).after([
            DeadlineMoved(id: deadline.id, dueAt: due, pastLeads: Set(past), at: call.now)
        ])
        decision.messages += news.messages(
            "deadlines.news-moved", ["before": .moment(deadline.dueAt)])
        return decision
    }
}
