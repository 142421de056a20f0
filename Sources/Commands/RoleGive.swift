package import Chat
package import Cohorts
import HashTreeCollections

/// `/role give`: let somebody moderate or instruct.
package struct RoleGive: Command {
    static let role = Field<String>.choice(
        "role", ["instructor", "moderator"], "instructor or moderator")
    static let learner = Field<String?>.optional(
        "learner", .text, "Their name; or reply to a message of theirs")

    package static let card = CommandCard(
        "role give", for: .moderator, "Make somebody instructor or moderator",
        fields: [role.card, learner.card], examples: ["/role give instructor Lila"],
        meanings: ["promote", "moderator"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let wanted = try call[Self.role]
        let role = Role(rawValue: wanted) ?? .instructor
        let person = try call.member(meantBy: Self.learner, of: cohort, in: world)
        return call.reply(
            Phrase(
                "roles.given",
                [
                    "name": .user(person.name), "cohort": .user(cohort.name),
                    "role": .phrase(Phrase("roles.\(role.rawValue)")),
                    "take": .code("/role take \(person.name.prefix(40))"),
                ])
        ).after([RoleGiven(cohort: cohort.id, person: person.id, role: role)])
    }
}
