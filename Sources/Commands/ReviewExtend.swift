package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/review extend`: a running round closes at another moment.
package struct ReviewExtend: Command {
    static let assignment = Field<String>.assignment(
        "assignment", "Which assignment, by title or id")
    static let until = Field<Moment>.moment(
        "when", "Until when reviews are given, such as Friday 18:00")

    package static let card = CommandCard(
        "review extend", for: .instructor, "Give reviewers more time",
        fields: [assignment.card, until.card],
        examples: ["/review extend Assignment 2 | next Friday 18:00"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let (deadline, round) = try call.runningRound(of: Self.assignment, in: world)
        let moment = try call[Self.until]
        let owing = world.owed(in: round.id).keys.sorted()
        let values: [String: Phrase.Value] = [
            "title": .user(deadline.title), "count": .number(owing.count),
            "until": .moment(moment.date), "in": .distance(moment.date),
            "notes": .phrase(.notes(on: moment)),
        ]
        if owing.count > DeadlineAdd.mostReachedWithoutAsking, !call.arguments.isConfirmed {
            // What was shown is what happens, also when the answer comes on another day.
            throw .confirm(
                Phrase("reviews.confirm-extend", values),
                fixed: [Self.until.name: moment.date.formatted(.iso8601)])
        }
        let extended = RoundExtended(id: round.id, closesAt: moment.date, at: call.now)
        var after = world
        extended.apply(to: &after)
        var notes = RoundNotes(
            after.rounds[round.id] ?? round, in: after, at: call.now,
            zones: call.knowledge.dates.zones)
        for person in owing {
            notes.tell(
                person, ReviewerNews(isExtended: true), isAwaited: person == call.caller.person)
        }
        let undo = round.closesAt.flatMap { before in
            before > call.now
                ? call.undo(
                    "/review extend \(deadline.id.rawValue) | \(before.formatted(.iso8601))") : nil
        }
        var decision = call.privateReply(Phrase("reviews.extended", values), buttons: undo ?? [])
            .after([extended] + notes.events)
        decision.messages += notes.messages
        return decision
    }
}
