package import Chat
package import Cohorts
import Dates

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
        let chosen = ZoneChosen(id: call.caller.person, zone: zone.name)
        // The answer is rendered with the new zone: the choice is committed before it is sent.
        return call.reply(
            Phrase("people.zone-set", ["zone": .zone(zone.name), "now": .moment(call.now)])
        ).after([chosen])
    }
}
