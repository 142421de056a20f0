package import Chat
package import Cohorts
import Dates
import HashTreeCollections

/// `/profile`: how the bot speaks to the caller.
package struct ProfileShow: Command {
    package static let card = CommandCard(
        "profile show", for: .learner, "Your time zone, language and cohorts",
        examples: ["/profile"], meanings: ["me", "settings", "account"], isDefaultLeaf: true)

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let person = world.people[call.caller.person]
        let cohorts = world.cohorts(of: call.caller.person).map {
            Phrase("plain", ["text": .user($0.name)])
        }
        return call.privateReply(
            Phrase(
                cohorts.isEmpty ? "people.profile-alone" : "people.profile",
                [
                    "name": .user(call.caller.name), "zone": .zone(call.caller.zone.name),
                    "origin": .phrase(
                        Phrase(person?.zone == nil ? "people.zone-of-cohort" : "people.zone-chosen")
                    ),
                    "now": .moment(call.now), "language": .user(call.caller.language),
                    "cohorts": .list(cohorts), "setzone": .code("/profile zone"),
                    "setlanguage": .code("/profile language"),
                ]))
    }
}
