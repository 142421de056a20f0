import Chat
import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

extension Undo {
    /// For so long a moderator may take a pairing back: afterwards people have begun.
    private static let buddiesFor = 600.0

    /// Takes back that the caller passed on their study buddies, or a pairing that they made; nil where the id is neither.
    func buddies(_ id: ShortID, _ call: Call, in world: World) throws(Refusal) -> Decision? {
        for buddies in world.buddies.values.sorted(by: { $0.cohort < $1.cohort }) {
            guard let cohort = world.cohorts[buddies.cohort] else { continue }
            if let parted = buddies.parted.last(where: {
                $0.group == id && $0.by == call.caller.person
            }) {
                return try together(parted, cohort, buddies, call, world)
            }
            let groups = buddies.groups.filter { $0.pairing == id && $0.by == call.caller.person }
            if !groups.isEmpty { return try apart(groups, id, cohort, call, world) }
        }
        return nil
    }

    private func together(
        _ parted: StudyBuddies.Parted, _ cohort: Cohort, _ buddies: StudyBuddies, _ call: Call,
        _ world: World
    ) throws(Refusal) -> Decision {
        let person = call.caller.person
        let rest = buddies.groups.first { $0.id == parted.group }
        let areFree =
            rest.map { $0.members == parted.others.sorted() }
            ?? parted.others.allSatisfy(buddies.isLooking)
        guard areFree, cohort.members[person] != nil, buddies.groups(of: person).isEmpty else {
            throw .because(Phrase("buddies.too-late", ["find": .code("/buddy")]))
        }
        let group = BuddyGroup(
            id: parted.group, members: parted.others + [person], since: rest?.since ?? call.now)
        let brought = BuddiesBrought(cohort: cohort.id, groups: [group], number: 0)
        var after = world
        brought.apply(to: &after)
        var notes = BuddyNotes(cohort, in: after, at: call.now, zones: call.knowledge.dates.zones)
        for other in parted.others { notes.tell(other, group: group.id) }
        let (phrase, buttons) = notes.standing(group, for: person)
        var decision = call.privateReply(phrase, buttons: buttons).after([brought] + notes.events)
        decision.messages += notes.messages
        return decision
    }

    private func apart(
        _ groups: [BuddyGroup], _ id: ShortID, _ cohort: Cohort, _ call: Call, _ world: World
    ) throws(Refusal) -> Decision {
        guard let madeAt = groups.map(\.since).max(),
            call.now.timeIntervalSince(madeAt) <= Self.buddiesFor
        else {
            throw .because(Phrase("buddies.have-begun"))
        }
        let back = BuddiesTakenBack(cohort: cohort.id, pairing: id)
        var after = world
        back.apply(to: &after)
        var notes = BuddyNotes(cohort, in: after, at: call.now, zones: call.knowledge.dates.zones)
        for group in groups {
            for person in group.third.map({ [$0] }) ?? group.members {
                notes.takeBack(from: person)
            }
            if let third = group.third {
                for person in group.others(than: third) { notes.tell(person, left: third) }
            }
        }
        var decision = call.privateReply(
            Phrase("buddies.apart-again", ["pair": .code("/buddy pair")])
        ).after([back] + notes.events)
        decision.messages += notes.messages
        return decision
    }
}
