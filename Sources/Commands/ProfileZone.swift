package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/profile zone`: where the caller's clock stands.
package struct ProfileZone: Command {
    static let zone = Field<Zone>.zone(
        "zone", "Your city or time zone, such as Pune or Europe/Lisbon")

    package static let card = CommandCard(
        "profile zone", for: .learner, "Set your time zone, by city or name", fields: [zone.card],
        examples: ["/profile zone Kolkata", "/profile zone Europe/Lisbon"],
        meanings: ["timezone", "zone", "city"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let zone = try call[Self.zone]
        let person = call.caller.person
        let before = call.caller.zone
        var events: [any Event] = [ZoneChosen(id: person, zone: zone.name)]
        let moved = before == zone ? [] : moves(call, from: before, to: zone, world)
        events += moved
        if let reminding = world.people[person]?.reminding, let digest = reminding.digest,
            let next = digest.next(after: call.now, in: zone)
        {
            events.append(DigestDecided(id: person, next: next))
        }
        // The answer is rendered with the new zone: the choice is committed before it is sent.
        return call.reply(
            Phrase(
                moved.isEmpty ? "people.zone-set" : "people.zone-set-moved",
                [
                    "zone": .zone(zone.name), "now": .moment(call.now),
                    "count": .number(moved.count),
                ]),
            buttons: before == zone ? [] : call.undo("/profile zone \(before.name)")
        ).after(events)
    }

    /// What was meant on the clock on the wall keeps its hour there; a deadline of the cohort keeps its instant.
    private func moves(
        _ call: Call, from before: Zone, to zone: Zone, _ world: World
    ) -> [ReminderMoved] {
        world.waitingReminders(of: call.caller.person).compactMap { reminder in
            let isPersonal =
                reminder.followsClock == true
                && reminder.repeats.map { $0.zone == nil } ?? true
            guard isPersonal else { return nil }
            // An hour that has passed there already comes at once: moved, never dropped.
            let at = max(zone.instants(of: before.local(reminder.at)).date, call.now)
            guard at != reminder.at else { return nil }
            return ReminderMoved(id: reminder.id, at: at, again: reminder.again)
        }
    }
}
