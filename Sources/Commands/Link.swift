package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// `/link`: two accounts on two services become one person, by a code that one makes and the other brings.
package struct Link: Command {
    static let code = Field<String?>.optional(
        "code", .word, "The code that /link gave you on the other app")

    package static let card = CommandCard(
        "link", for: .learner, "Be one person here and on another app", fields: [code.card],
        examples: ["/link", "/link 7KQ4-MX2P"], meanings: ["connect", "merge", "account"])

    /// Seconds: long enough to open the other app, too short to be found by anybody else.
    static let lifetime = 600.0

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        guard let typed = try call[Self.code] else { return made(call) }
        let code = CohortInvite.normal(typed)
        let maker = world.people.values.first {
            $0.link?.code == code && ($0.link?.expiresAt ?? .distantPast) > call.now
        }
        guard let maker else {
            throw .because(Phrase("people.link-unknown", ["link": .code("/link")]))
        }
        let caller = world.people[call.caller.person]
        let services = Set((caller?.accounts ?? [call.caller.account]).map(\.platform.service))
        guard maker.id != call.caller.person else {
            throw .because(
                Phrase("people.link-own", ["line": .code("/link \(code)")]))
        }
        guard services.isDisjoint(with: maker.accounts.map(\.platform.service)) else {
            throw .because(Phrase("people.link-same-app"))
        }
        if let deadline = world.reviewBetween(maker.id, call.caller.person) {
            throw .because(Phrase("people.link-reviews", ["title": .user(deadline.title)]))
        }
        return linked(call, with: maker)
    }

    private func made(_ call: Call) -> Decision {
        let link = LinkCode(
            code: CohortInvite.code(call.seed),
            expiresAt: call.now.addingTimeInterval(Self.lifetime))
        // In private: whoever brings the code becomes the same person.
        return call.privateReply(
            Phrase(
                "people.link-code",
                ["line": .code("/link \(link.code)"), "until": .moment(link.expiresAt)])
        ).after([LinkCodeMade(id: call.caller.person, link: link)])
    }

    /// Told on both sides: nobody is taken over unnoticed.
    private func linked(_ call: Call, with maker: Person) -> Decision {
        var answer = call.inPrivate(
            Phrase("people.linked", ["other": .user(maker.name), "link": .code("/link")]))
        answer.reader = maker.id
        if case .person(_, let room) = answer.to { answer.to = .person(maker.id, fallback: room) }
        var decision = Decision(
            events: [PersonLinked(id: maker.id, other: call.caller.person, at: call.now)],
            messages: [answer])
        if let room = maker.privateRoom, room != call.caller.room {
            decision.messages.append(
                Outgoing(
                    to: .room(room), reader: maker.id,
                    Phrase("people.linked-there", ["other": .user(call.caller.name)])))
        }
        return decision
    }
}
