package import Chat
package import Cohorts
import Dates
import HashTreeCollections

/// `/buddy pass`: not go on with one's study buddy.
package struct BuddyPass: Command {
    static let id = Field<String?>.optional(
        "id", .word, "The id of your pair, such as b12; without it, the one you have")

    package static let card = CommandCard(
        "buddy pass", for: .learner, "End it with your study buddy, kindly", fields: [id.card],
        examples: ["/buddy pass"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let (cohort, group) = try call.buddies(try call[Self.id], in: world)
        let (person, zones) = (call.caller.person, call.knowledge.dates.zones)
        let parting = BuddyParting(
            of: person, from: [group],
            by: BuddyPassed(cohort: cohort.id, id: group.id, person: person), in: cohort, world,
            at: call.now, zones: zones)
        let notes = BuddyNotes(cohort, in: world, at: call.now, zones: zones)
        var decision = call.privateReply(
            Phrase(
                "buddies.passed",
                [
                    "names": .list(notes.names(group.others(than: person))),
                    "find": .code("/buddy"),
                ]), buttons: call.undo("/undo \(group.id.rawValue)")
        ).after(parting.events)
        decision.messages += parting.messages
        return decision
    }
}
