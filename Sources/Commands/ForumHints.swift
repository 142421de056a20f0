package import Chat
package import Cohorts

/// `/forum hints`: whether a question typed in the cohort's room gets a quiet hint where the peer forum answers it.
package struct ForumHints: Command {
    static let answer = Field<String>.choice("answer", ["on", "off"], "on or off")

    package static let card = CommandCard(
        "forum hints", for: .moderator,
        "May I hint at an answer when somebody asks in the room?", fields: [answer.card],
        examples: ["/forum hints on"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let isOn = try call[Self.answer] == "on"
        let before = cohort.settings.hints ?? false
        return call.reply(
            Phrase(isOn ? "forum.hints-on" : "forum.hints-off"),
            buttons: before == isOn ? [] : call.undo("/forum hints \(before ? "on" : "off")")
        ).after([CohortSettingsChanged(id: cohort.id, settings: .init(hints: isOn))])
    }
}
