package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/buddy`: look for a study buddy, or see whom one has.
package struct BuddyFind: Command {
    package static let card = CommandCard(
        "buddy find", for: .learner, "Find a study buddy, or see yours", examples: ["/buddy"],
        meanings: ["partner", "mate", "studybuddy"], isDefaultLeaf: true)

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.ownCohort(in: world)
        let (person, zones) = (call.caller.person, call.knowledge.dates.zones)
        let buddies = world.buddies(of: cohort.id)
        let notes = BuddyNotes(cohort, in: world, at: call.now, zones: zones)
        let groups = buddies.groups(of: person)
        if let first = groups.first {
            let (phrase, buttons) = notes.standing(first, for: person)
            var decision = call.privateReply(phrase, buttons: buttons)
            for group in groups.dropFirst() {
                let (phrase, buttons) = notes.standing(group, for: person)
                decision.messages.append(call.inPrivate(phrase, buttons: buttons))
            }
            return decision
        }
        let sought = BuddySought(cohort: cohort.id, person: person, at: call.now)
        var after = world
        sought.apply(to: &after)
        let events: [any Event] = buddies.isLooking(person) ? [] : [sought]
        let matching = BuddyMatching(cohort, in: after, at: call.now, zones: zones)
        guard let brought = matching.atOnce(person), let group = brought.groups.first else {
            return waiting(cohort, buddies, call).after(events)
        }
        brought.apply(to: &after)
        var found = BuddyNotes(cohort, in: after, at: call.now, zones: zones)
        for other in group.others(than: person) { found.tell(other, group: group.id) }
        let (phrase, buttons) = found.standing(group, for: person)
        var decision = call.privateReply(phrase, buttons: buttons)
            .after(events + [brought] + found.events)
        decision.messages += found.messages
        return decision
    }

    private func waiting(_ cohort: Cohort, _ buddies: StudyBuddies, _ call: Call) -> Decision {
        let others = buddies.seekers.contains { $0 != call.caller.person }
        return call.privateReply(
            Phrase(
                buddies.isLooking(call.caller.person) ? "buddies.still-looking" : "buddies.looking",
                [
                    "cohort": .user(cohort.name), "pause": .code("/buddy pause"),
                    "why": .phrase(
                        Phrase(others ? "buddies.nobody-new" : "buddies.nobody-else")),
                ]))
    }
}
