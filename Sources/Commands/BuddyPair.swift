package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/buddy pair`: bring together those who look for a study buddy.
package struct BuddyPair: Command {
    static let seed = Field<Int?>.number(
        "seed", 0...9_999, "A number; the same people and number give the same pairs")

    package static let card = CommandCard(
        "buddy pair", for: .instructor, "Bring together those who look for a study buddy",
        fields: [seed.card], examples: ["/buddy pair"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let zones = call.knowledge.dates.zones
        let seed = try call[Self.seed] ?? Int(call.seed % 10_000)
        let looking = world.buddies(of: cohort.id).seekers.count
        guard looking > 0 else {
            throw .because(
                Phrase(
                    "buddies.nobody",
                    ["cohort": .user(cohort.name), "find": .code("/buddy")]))
        }
        let plan = BuddyMatching(cohort, in: world, at: call.now, zones: zones)
            .plan(seed: UInt64(seed), by: call.caller.person)
        if plan.reached > DeadlineAdd.mostReachedWithoutAsking, !call.arguments.isConfirmed {
            throw .confirm(plan.phrase("buddies.confirm-pair"), fixed: ["seed": String(seed)])
        }
        let brought = BuddiesBrought(
            cohort: cohort.id, groups: plan.groups, number: world.nextNumber + plan.groups.count)
        var after = world
        brought.apply(to: &after)
        var notes = BuddyNotes(cohort, in: after, at: call.now, zones: zones)
        for group in plan.groups {
            for person in group.members { notes.tell(person, group: group.id) }
        }
        for person in plan.alone { notes.tell(person, isAlone: true) }
        let undo = plan.groups.first?.pairing.map { call.undo("/undo \($0.rawValue)") } ?? []
        let events: [any Event] = plan.groups.isEmpty ? [] : [brought]
        var decision = call.privateReply(plan.phrase("buddies.brought"), buttons: undo)
            .after(events + notes.events)
        decision.messages += notes.messages
        return decision
    }
}

extension BuddyMatching.Plan {
    fileprivate func phrase(_ key: String) -> Phrase {
        guard !groups.isEmpty else {
            return Phrase("buddies.brought-nobody", ["count": .number(alone.count)])
        }
        let pairs = groups.count { $0.members.count == 2 }
        let joined = groups.count { $0.third != nil }
        let minutes = Int(meanZoneGapHours * 60)
        var parts: [Phrase] = []
        for (part, count) in [
            ("buddies.pairs", pairs), ("buddies.trios", groups.count - pairs - joined),
            ("buddies.joined", joined),
        ] where count > 0 {
            parts.append(Phrase(part, ["count": .number(count)]))
        }
        return Phrase(
            key,
            [
                "groups": .list(parts), "repeats": .phrase(part("buddies.repeats", repeats)),
                "gap": .phrase(
                    minutes == 0
                        ? Phrase("nothing")
                        : Phrase("buddies.gap", ["gap": .duration(minutes * 60)])),
                "alone": .phrase(part("buddies.left-over", alone.count)),
            ])
    }

    private func part(_ key: String, _ count: Int) -> Phrase {
        count == 0 ? Phrase("nothing") : Phrase(key, ["count": .number(count)])
    }
}
