package import Chat
package import Cohorts
import Dates
import HashTreeCollections

/// `/leave`: stop being a learner of a cohort.
package struct Leave: Command {
    static let cohort = Field<String?>.optional(
        "cohort", .cohort, "The cohort's name or id; without it, the one of this room")

    package static let card = CommandCard(
        "leave", for: .learner, "Leave a cohort", fields: [cohort.card], examples: ["/leave"],
        meanings: ["quit", "unsubscribe", "stop"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort: Cohort
        if let words = try call[Self.cohort] {
            cohort = try Join.known(words, in: world)
        } else {
            cohort = try call.cohort(in: world)
        }
        guard cohort.members[call.caller.person] != nil else {
            return call.reply(Phrase("cohorts.not-in", ["cohort": .user(cohort.name)]))
        }
        let open = world.reviews(by: call.caller.person).filter { review in
            !review.isSent && world.isRunning(review)
                && world.works[review.work]?.cohort == cohort.id
        }
        let person = call.caller.person
        let parting = BuddyParting(
            of: person, from: world.buddies(of: cohort.id).groups(of: person),
            by: MemberLeft(cohort: cohort.id, person: person), in: cohort, world, at: call.now,
            zones: call.knowledge.dates.zones)
        var decision = call.reply(
            Phrase(
                open.isEmpty ? "cohorts.left" : "cohorts.left-reviews",
                ["cohort": .user(cohort.name), "count": .number(open.count)]),
            buttons: [[Choice(Phrase("cohorts.undo-leave"), "/join \(cohort.id.rawValue)")]]
        ).after(parting.events + handingOn(open, call, world))
        decision.messages += parting.messages
        return decision
    }

    /// Others take over what is left to review, in each round that runs: the authors wait for it.
    private func handingOn(_ open: [Review], _ call: Call, _ world: World) -> [any Event] {
        Set(open.map(\.round)).sorted().enumerated().map { index, round in
            call.mending(
                round, in: world.people[call.caller.person]?.privateRoom,
                number: world.nextNumber + index)
        }
    }
}
