package import Chat
package import Cohorts
import HashTreeCollections

/// `/start`: the first hello, and the first thing to do.
package struct Start: Command {
    static let code = Field<String?>.optional("code", .text, "The code of an invitation link")

    package static let card = CommandCard(
        "start", for: .learner, "Say hello and see what to do first", fields: [code.card],
        meanings: ["hello", "hi", "begin"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        // A deep link, `t.me/Bot?start=ml-101`, carries the cohort to join.
        if let code = try call[Self.code], Join.cohort(named: code, in: world) != nil {
            return try Join().answer(
                to: Call(
                    caller: call.caller, arguments: Arguments([Join.cohort.name: code]),
                    knowledge: call.knowledge, now: call.now, seed: call.seed), in: world)
        }
        let own = world.cohorts(of: call.caller.person)
        guard let cohort = call.caller.cohort.flatMap({ world.cohorts[$0] }) else {
            return call.reply(
                Phrase(
                    "help.welcome",
                    [
                        "name": .user(call.caller.name), "join": .code("/join"),
                        "help": .code("/help"),
                    ]))
        }
        let isMember = own.contains { $0.id == cohort.id }
        return call.reply(
            Phrase(
                isMember ? "help.welcome-back" : "help.welcome-cohort",
                [
                    "name": .user(call.caller.name), "cohort": .user(cohort.name),
                    "join": .code("/join"), "zone": .code("/profile zone"),
                    "next": .code("/deadline next"), "help": .code("/help"),
                ]))
    }
}
