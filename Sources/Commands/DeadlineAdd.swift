package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/deadline add`: something is due for the whole cohort.
package struct DeadlineAdd: Command {
    static let title = Field<String>.text("title", "What is due, such as Quiz 2")
    static let due = Field<Moment>.momentOrSeries(
        "when", "When it is due, such as tomorrow 5pm or every Wednesday 17:00")

    package static let card = CommandCard(
        "deadline add", for: .instructor, "Add a deadline for the cohort",
        fields: [title.card, due.card] + DeadlineDetails.fields.map(\.card),
        examples: [
            "/deadline add Quiz 2 | tomorrow 5pm",
            "/deadline add Assignment 3 | 1 Dec 18:00 | assignment | 3d,6h | https://example.org/3",
            "/deadline add Live Q&A | every Wednesday 17:00",
        ])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let title = String(try call[Self.title].prefix(120))
        let moment = try call[Self.due]
        let details = try DeadlineDetails(call)
        let series = try details.series(call, moment, cohort)
        let due = moment.date
        let usual = details.leads ?? cohort.leads
        let leads = usual.filter { Double($0) < due.timeIntervalSince(call.now) }
        let clocks = MainClocks(of: cohort, at: due, but: call.caller.zone, call, world)
        var values: [String: Phrase.Value] = [
            "title": .user(title), "when": .moment(due), "distance": .distance(due),
            "count": .number(cohort.members.count),
            "leads": .list(leads.map { Phrase("plain", ["text": .duration($0)]) }),
            "notes": .phrase(Phrase.notes(on: moment)), "clocks": .phrase(clocks.phrase),
            "repeats": .phrase(
                series.map {
                    Phrase("deadlines.repeats", ["repeats": .phrase(.repeats($0.rule))])
                } ?? Phrase("nothing")),
        ]
        if cohort.members.count > Self.mostReachedWithoutAsking, !call.arguments.isConfirmed {
            // The words must mean the same moment when the answer comes after midnight.
            throw .confirm(
                Phrase(leads.isEmpty ? "deadlines.confirm-soon" : "deadlines.confirm", values),
                fixed: moment.series == nil ? ["when": due.formatted(.iso8601)] : [:])
        }
        let id = ShortID(.deadline, world.nextNumber)
        var deadline = Deadline(
            id: id, cohort: cohort.id, title: title,
            kind: details.kind ?? Deadline.Kind(title: title), dueAt: due,
            addedBy: call.caller.person, addedAt: call.now)
        deadline.remindedLeads = Set(usual).subtracting(leads)
        deadline.leads = details.leads
        deadline.link = details.link
        deadline.repeats = series.map { Repetition($0, isPersonal: false, nominal: due) }
        values["id"] = .code(id.rawValue)
        var decision = call.reply(
            Phrase(leads.isEmpty ? "deadlines.added-soon" : "deadlines.added", values),
            buttons: [[Choice(Phrase("deadlines.undo"), "/deadline cancel \(id.rawValue)")]]
        ).after([DeadlineAdded(deadline: deadline, number: world.nextNumber)])
        // Where no reminder will come any more, each is told now.
        decision.messages += DeadlineNews(deadline, in: cohort, call, world)
            .messages("deadlines.news-added", inRoomsAlone: !leads.isEmpty)
        return decision
    }

    /// What reaches more people than this is shown with its number and asked about first.
    static let mostReachedWithoutAsking = 5
}
