package import Chat
package import Cohorts
import HashTreeCollections

/// `/cohort attach`: add the room it is typed in to a cohort, by an invitation's code.
package struct CohortAttach: Command {
    static let code = Field<String>.word(
        "code", "The code that /cohort invite gave, such as 7KQ4-MX2P")

    package static let card = CommandCard(
        "cohort attach", for: .moderator, "Add this room to a cohort by its code",
        fields: [code.card], examples: ["/cohort attach 7KQ4-MX2P"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        guard case .group(let title) = call.caller.place else {
            throw .because(Phrase("cohorts.attach-in-group", ["attach": .code("/cohort attach")]))
        }
        if let bound = world.rooms[call.caller.room], let cohort = world.cohorts[bound.cohort] {
            throw .because(Phrase("cohorts.room-taken", ["cohort": .user(cohort.name)]))
        }
        let code = CohortInvite.normal(try call[Self.code])
        guard let invitation = world.invitations[code], invitation.expiresAt > call.now,
            let cohort = world.cohorts[invitation.cohort]
        else {
            throw .because(Phrase("cohorts.bad-code", ["invite": .code("/cohort invite")]))
        }
        return call.reply(
            Phrase("cohorts.attached", ["cohort": .user(cohort.name), "join": .code("/join")])
        ).after([
            InvitationUsed(code: code),
            RoomBound(room: call.caller.room, cohort: cohort.id, title: title),
        ])
    }
}
