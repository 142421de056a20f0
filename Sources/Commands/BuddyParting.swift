import Chat
import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// What follows when somebody does not go on with their study buddies: the others read it kindly put, and whoever is
/// alone now goes with somebody who looks, if anybody fits.
struct BuddyParting {
    private(set) var events: [any Event]
    private(set) var messages: [Outgoing] = []

    /// `event` is that by which they part.
    init(
        of person: PersonID, from groups: [BuddyGroup], by event: any Event, in cohort: Cohort,
        _ world: World, at now: Date, zones: ZoneDatabase
    ) {
        var after = world
        event.apply(to: &after)
        events = [event]
        let left = Set(groups.flatMap { $0.others(than: person) }).sorted()
        var found: [PersonID: ShortID] = [:]
        for other in left where after.buddies(of: cohort.id).isLooking(other) {
            let matching = BuddyMatching(cohort, in: after, at: now, zones: zones)
            guard let brought = matching.atOnce(other) else { continue }
            brought.apply(to: &after)
            events.append(brought)
            for group in brought.groups {
                for member in group.members { found[member] = group.id }
            }
        }
        var notes = BuddyNotes(cohort, in: after, at: now, zones: zones)
        for other in left { notes.tell(other, group: found[other], left: person) }
        for (other, group) in found.sorted(by: { $0.key < $1.key }) where !left.contains(other) {
            notes.tell(other, group: group)
        }
        events += notes.events
        messages = notes.messages
    }
}
