package import Chat
package import Cohorts

/// `/role take`: make somebody a learner again.
package struct RoleTake: Command {
    static let learner = Field<String?>.optional(
        "learner", .text, "Their name; or reply to a message of theirs")

    package static let card = CommandCard(
        "role take", for: .moderator, "Take back a role that was given in chat",
        fields: [learner.card], examples: ["/role take Lila"], meanings: ["demote"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let person = try call.member(meantBy: Self.learner, of: cohort, in: world)
        guard let role = cohort.givenRoles[person.id] else {
            throw .because(
                Phrase(
                    "roles.none-given",
                    ["name": .user(person.name), "cohort": .user(cohort.name)]))
        }
        return call.reply(
            Phrase(
                "roles.taken",
                ["name": .user(person.name), "role": .phrase(Phrase("roles.\(role.rawValue)"))])
        ).after([RoleGiven(cohort: cohort.id, person: person.id, role: .learner)])
    }
}
