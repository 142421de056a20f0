package import Chat
package import Cohorts
import Dates
import HashTreeCollections

/// `/buddy pause`: not look for a study buddy any more.
package struct BuddyPause: Command {
    package static let card = CommandCard(
        "buddy pause", for: .learner, "Stop looking for a study buddy",
        examples: ["/buddy pause"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.ownCohort(in: world)
        let person = call.caller.person
        let buddies = world.buddies(of: cohort.id)
        let values: [String: Phrase.Value] = [
            "cohort": .user(cohort.name), "find": .code("/buddy"),
        ]
        if let group = buddies.groups(of: person).first {
            let notes = BuddyNotes(
                cohort, in: world, at: call.now, zones: call.knowledge.dates.zones)
            let names = Phrase.Value.list(notes.names(group.others(than: person)))
            return call.privateReply(
                Phrase("buddies.has-found", values.merging(["names": names]) { $1 }),
                buttons: [
                    [
                        Choice(
                            Phrase("buddies.pass-button"), "/buddy pass \(group.id.rawValue)")
                    ]
                ])
        }
        guard buddies.isLooking(person) else {
            return call.privateReply(Phrase("buddies.not-looking", values))
        }
        return call.privateReply(
            Phrase("buddies.paused", values), buttons: call.undo("/buddy find")
        )
        .after([BuddyPaused(cohort: cohort.id, person: person)])
    }
}
