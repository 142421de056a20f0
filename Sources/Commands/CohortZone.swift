package import Chat
package import Cohorts
import Dates

/// `/cohort zone`: the zone of the cohort's deadlines, and of members who have not chosen one.
package struct CohortZone: Command {
    static let zone = Field<Zone>.zone("zone", "The cohort's city or time zone, such as Kolkata")

    package static let card = CommandCard(
        "cohort zone", for: .moderator, "Set the cohort's time zone", fields: [zone.card],
        examples: ["/cohort zone Kolkata"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let zone = try call[Self.zone]
        return call.reply(
            Phrase("cohorts.zone-set", ["cohort": .user(cohort.name), "zone": .zone(zone.name)])
        ).after([CohortSettingsChanged(id: cohort.id, settings: .init(zone: zone.name))])
    }
}
