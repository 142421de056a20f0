package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/deadline add`: something is due for the whole cohort.
package struct DeadlineAdd: Command {
    static let title = Field<String>.text("title", "What is due, such as Quiz 2")
    static let due = Field<Moment>.moment("when", "When it is due, such as tomorrow 5pm")

    package static let card = CommandCard(
        "deadline add", for: .instructor, "Add a deadline for the cohort",
        fields: [title.card, due.card],
        examples: [
            "/deadline add Quiz 2 | tomorrow 5pm", "/deadline add Assignment 3 | 1 Dec 18:00",
        ])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let title = String(try call[Self.title].prefix(120))
        let moment = try call[Self.due]
        let leads = cohort.leads.filter { Double($0) < moment.date.timeIntervalSince(call.now) }
        var values: [String: Phrase.Value] = [
            "title": .user(title), "when": .moment(moment.date),
            "distance": .distance(moment.date), "count": .number(cohort.members.count),
            "leads": .list(leads.map { Phrase("plain", ["text": .duration($0)]) }),
            "notes": .phrase(Phrase.notes(on: moment)),
        ]
        if cohort.members.count > Self.mostReachedWithoutAsking, !call.arguments.isConfirmed {
            // The words must mean the same moment when the answer comes after midnight.
            throw .confirm(
                Phrase(leads.isEmpty ? "deadlines.confirm-soon" : "deadlines.confirm", values),
                fixed: ["when": moment.date.formatted(.iso8601)])
        }
        let id = ShortID(.deadline, world.nextNumber)
        let deadline = Deadline(
            id: id, cohort: cohort.id, title: title, kind: Deadline.Kind(title: title),
            dueAt: moment.date, addedBy: call.caller.person, addedAt: call.now)
        var dated = deadline
        dated.remindedLeads = Set(cohort.leads).subtracting(leads)
        values["id"] = .code(id.rawValue)
        return call.reply(
            Phrase(leads.isEmpty ? "deadlines.added-soon" : "deadlines.added", values),
            buttons: [[Choice(Phrase("deadlines.undo"), "/deadline cancel \(id.rawValue)")]]
        ).after([DeadlineAdded(deadline: dated, number: world.nextNumber)])
    }

    /// What reaches more people than this is shown with its number and asked about first.
    static let mostReachedWithoutAsking = 5
}
