package import Chat
package import Cohorts
import Dates
import HashTreeCollections

/// `/cohort new`: make a cohort of the room it is typed in.
package struct CohortNew: Command {
    static let name = Field<String>.text("name", "What the cohort is called, such as ML-101 spring")

    package static let card = CommandCard(
        "cohort new", for: .moderator, "Make this room a cohort", fields: [name.card],
        examples: ["/cohort new ML-101 spring"], meanings: ["create", "setup", "newcohort"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        guard case .group(let title) = call.caller.place else {
            throw .because(Phrase("cohorts.new-in-group", ["new": .code("/cohort new")]))
        }
        if let bound = world.rooms[call.caller.room], let cohort = world.cohorts[bound.cohort] {
            throw .because(Phrase("cohorts.room-taken", ["cohort": .user(cohort.name)]))
        }
        let name = String(try call[Self.name].prefix(80))
        let id = Self.freeID(for: name, in: world)
        let events: [any Event] = [
            CohortFounded(id: id, name: name, at: call.now),
            RoomBound(room: call.caller.room, cohort: id, title: title),
            CohortSettingsChanged(id: id, settings: .init(zone: call.caller.zone.name)),
            MemberJoined(cohort: id, person: call.caller.person, at: call.now),
            RoleGiven(cohort: id, person: call.caller.person, role: .moderator),
        ]
        return call.reply(
            Phrase(
                "cohorts.made",
                [
                    "cohort": .user(name), "id": .code(id.rawValue),
                    "zone": .zone(call.caller.zone.name), "setzone": .code("/cohort zone"),
                    "join": .code("/join"), "deadline": .code("/deadline add"),
                    "invite": .code("/cohort invite"),
                ])
        ).after(events)
    }

    /// The id that the name gives, with a number behind it where it is taken.
    private static func freeID(for name: String, in world: World) -> CohortID {
        let id = CohortID(named: name)
        guard world.cohorts[id] != nil else { return id }
        var number = 2
        while world.cohorts[CohortID(rawValue: "\(id.rawValue)-\(number)")] != nil { number += 1 }
        return CohortID(rawValue: "\(id.rawValue)-\(number)")
    }
}
