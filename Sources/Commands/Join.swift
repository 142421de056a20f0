package import Chat
package import Cohorts
import Dates
import HashTreeCollections

/// `/join`: become a learner of the room's cohort, or of one named.
package struct Join: Command {
    static let cohort = Field<String?>.optional(
        "cohort", .cohort, "The cohort's name or id; without it, the cohort of this room")

    package static let card = CommandCard(
        "join", for: .learner, "Join a cohort", fields: [cohort.card],
        examples: ["/join", "/join ml-101"], meanings: ["enrol", "enroll", "signup", "subscribe"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try meant(call, world)
        let person = call.caller.person
        guard cohort.members[person] == nil else {
            return call.reply(
                Phrase(
                    "cohorts.already-in",
                    ["cohort": .user(cohort.name), "next": .code("/deadline next")]))
        }
        var joined: [any Event] = [
            MemberJoined(cohort: cohort.id, person: person, at: call.now)
        ]
        // What the cohort begins with, until they say otherwise.
        if let digest = cohort.settings.digest, digest.every != .off,
            world.people[person]?.reminding?.digest == nil
        {
            let zone = call.knowledge.dates.zones.zone(
                named: world.people[person]?.zone ?? cohort.zone)
            let next = digest.next(after: call.now, in: zone ?? .utc)
            joined.append(DigestChosen(id: person, digest: digest, next: next, at: call.now))
        }
        let next = world.deadlines(of: cohort.id, after: call.now).first
        var values: [String: Phrase.Value] = [
            "cohort": .user(cohort.name), "zone": .code("/profile zone"),
        ]
        if let next {
            values["title"] = .user(next.title)
            values["when"] = .moment(next.dueAt)
            values["distance"] = .distance(next.dueAt)
        }
        return call.reply(
            Phrase(next == nil ? "cohorts.joined" : "cohorts.joined-next", values),
            buttons: [[Choice(Phrase("cohorts.undo-join"), "/leave \(cohort.id.rawValue)")]]
        ).after(joined)
    }

    private func meant(_ call: Call, _ world: World) throws(Refusal) -> Cohort {
        if let words = try call[Self.cohort] { return try Self.known(words, in: world) }
        if let id = world.cohort(of: call.caller.room), let cohort = world.cohorts[id] {
            return cohort
        }
        throw call.caller.place.isPrivate ? .missing(Self.cohort.card) : .noCohort(isPrivate: false)
    }

    /// - Throws: that no cohort is called so.
    static func known(_ words: String, in world: World) throws(Refusal) -> Cohort {
        if let cohort = cohort(named: words, in: world) { return cohort }
        throw .because(Phrase("cohorts.unknown", ["words": .user(String(words.prefix(80)))]))
    }

    /// A cohort by its id or its whole name. Never by a part: a cohort is known only to those who know its name.
    static func cohort(named words: String, in world: World) -> Cohort? {
        let wanted = words.lowercased()
        return world.cohorts[CohortID(rawValue: wanted)]
            ?? world.cohorts.values.filter { $0.name.lowercased() == wanted }.min { $0.id < $1.id }
    }
}
